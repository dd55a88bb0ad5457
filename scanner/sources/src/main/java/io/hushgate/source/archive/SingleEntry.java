package io.hushgate.source.archive;

import java.io.IOException;
import java.io.InputStream;

/** What a compressed file holds: one thing, of the same name without its suffix. */
final class SingleEntry implements Entries {
    private final InputStream content;
    private final String name;
    private boolean given;

    SingleEntry(InputStream content, String name) {
        this.content = content;
        this.name = name;
    }

    @Override
    public boolean next() {
        boolean first = !given;
        given = true;
        return first;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.FILE;
    }

    @Override
    public InputStream content() {
        return content;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
