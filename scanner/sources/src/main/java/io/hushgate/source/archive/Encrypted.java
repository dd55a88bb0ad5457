package io.hushgate.source.archive;

import java.io.IOException;

/** Nothing of an archive can be read without its password. */
final class Encrypted extends IOException {
    Encrypted(IOException cause) {
        super(cause);
    }
}
