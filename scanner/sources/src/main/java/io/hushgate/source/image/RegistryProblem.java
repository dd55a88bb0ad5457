package io.hushgate.source.image;

import java.io.IOException;

/** What a registry answered, or did not, in words: what happened and what to do about it. */
final class RegistryProblem extends IOException {
    RegistryProblem(String what) {
        super(what);
    }
}
