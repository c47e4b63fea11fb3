/**
 * How what tells the treatment is kept from all who may not see it: sealed with a key that no database holds, each text bound to
 * its place and as long as any other of its kind.
 *
 * <p>Words: sealed, key. Requirements: product features 23, 34, 44; ICH E6(R3) 2.4, 4.1.2 (blinding).
 */
package org.casebook.concealment;
