/**
 * Dataset: data out. A locked study is written once, streamed, as one zip of tables and ODM 1.3.2 files with a manifest;
 * every release is kept with its hash, and downloading it again gives the same bytes. No arms before the study is unblinded.
 *
 * <p>Words: dataset, release, cut, manifest, snapshot, history. Requirements: 21 CFR 11.10(b) (copies); ICH E6(R3) 4.2.6;
 * product feature 46.
 */
package org.casebook.dataset;
