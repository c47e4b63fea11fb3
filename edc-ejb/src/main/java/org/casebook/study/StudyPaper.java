package org.casebook.study;

/**
 * A document about a study version.
 *
 * @param fileName what it is called when kept; letters, digits, dots, hyphens and underscores
 * @param content PDF or XML, as the ending of the name says
 */
public record StudyPaper(String fileName, byte[] content) {}
