package io.hushgate.source.archive;

import java.io.IOException;

/** The rest of an archive cannot be found behind an entry that is not read. */
final class Unsupported extends IOException {
    Unsupported(IOException cause) {
        super(cause);
    }
}
