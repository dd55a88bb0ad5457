package io.hushgate.cli;

import io.hushgate.rules.sample.Template;

/** Credentials made up for one test; nothing in this repository is one. */
final class Sample {
    private Sample() {}

    /** A GitHub token whose checksum is right. */
    static String githubToken(String seed) {
        return Template.parse("${github:ghp_}").render(seed);
    }
}
