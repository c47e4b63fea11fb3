/**
 * What is expected of a participant: which forms under a condition are collected, as the answers stand, so that a visit, a
 * worklist and a lock count the same forms.
 *
 * <p>Words: Collected. Requirements: ICH E6(R3) 4.2.2; product features 6, 13, 24.
 */
package org.casebook.expectation;
