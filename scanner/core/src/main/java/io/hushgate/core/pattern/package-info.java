/**
 * The pattern language of rules and the machine that runs it: a subset of regular expressions over
 * bytes that always runs in linear time, from a given start, within a bounded window. It never
 * searches; where to start is the business of {@link io.hushgate.core.match}. Start at {@link
 * io.hushgate.core.pattern.Pattern}.
 *
 * <h2>Syntax</h2>
 *
 * <pre>
 * abc            literals; ASCII, others stand for their UTF-8 bytes
 * \. \[ \\ ...   a punctuation character itself; \n \r \t \0 \xHH as usual
 * .              any byte but a line feed
 * [a-z_.-] [^"]  a set of bytes, and its complement
 * \d \D \w \W    digits; word bytes A-Z a-z 0-9 _; and their complements, also inside sets
 * \s \S          space, tab, line feed, vertical tab, form feed, carriage return; complement
 * \h             space and tab
 * ab  a|b        one after another; one or the other
 * (?:a)  (a)     a group; both are the same, nothing is captured
 * (?&lt;secret&gt;a)   the group that holds the credential; exactly one in a token's pattern
 * (?i:a) (?-i:a) a group without, or with, regard to case
 * a? a* a+       none or one; any number; at least one
 * a{3} a{2,5} a{2,}   counted, up to 4,096
 * ^ $            start and end of a line
 * \A \z          start and end of the text
 * \b \B          border of a word (of \w), and no border
 * (?![a-z]) (?=[a-z])     the next byte is not, or is, of the set; the end is of no set
 * (?&lt;![a-z]) (?&lt;=[a-z])   the previous byte is not, or is, of the set
 * </pre>
 *
 * <p>Look-around takes one set, {@code \d}-like class or single character. There are no
 * back-references, no possessive or reluctant repeats and no look-around over more than one byte:
 * they are what makes other engines slow, and each is refused with a message that says what to
 * write instead.
 *
 * <p>Of all matches at one start the longest is taken; where the same text can be matched in
 * several ways, the left-most repeat takes as much as it can. Repeats without an upper bound end at
 * the window: a match has at most {@value io.hushgate.core.pattern.Pattern#MAX_WINDOW} bytes.
 */
@NullMarked
package io.hushgate.core.pattern;

import org.jspecify.annotations.NullMarked;
