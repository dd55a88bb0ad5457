package io.hushgate.core.match;

/**
 * What is known of a text for those that are made from it: where its keywords and its runs of
 * digits are, and which bytes say that nothing is found there. Holds no secret: what was found is
 * looked for again. Immutable.
 *
 * @param set the rules that were asked
 * @param path what the address said about the place, which has a say in what is found
 * @param keywords where keywords end, and what state they lead to
 * @param runs where runs of digits start and end
 */
record Silence(RuleSet set, String path, boolean binary, Spots keywords, Spots runs) {}
