/**
 * Who takes part, and how far: screening number, status, and the gate that must open before randomisation (consent,
 * each eligibility criterion, the investigator's signature on eligibility).
 *
 * <p>Later rooms push the gate's state down by {@link org.casebook.subject.Participants}; this room never asks them.
 *
 * <p>Words: participant (Subject), screening number (subject key), gate, criterion result, screen failure, withdrawal,
 * completion, lock. Requirements: product features 23, 25; ICH E6(R3) 2.3.2 (eligibility by a qualified physician).
 */
package org.casebook.subject;
