package io.hushgate.source.archive;

import java.io.IOException;
import java.io.InputStream;

/** The entries of a tar. */
final class TarEntries implements Entries {
    private final TarReader tar;

    TarEntries(InputStream in) {
        this.tar = new TarReader(in);
    }

    @Override
    public boolean next() throws IOException {
        return tar.next();
    }

    @Override
    public String name() {
        return tar.name();
    }

    @Override
    public Kind kind() {
        if (tar.isSymbolicLink() && leadsOut(tar.name(), tar.link())) {
            return Kind.LINK_OUTSIDE;
        }
        return tar.isFile() && !tar.isDirectory() ? Kind.FILE : Kind.NO_CONTENT;
    }

    /** Tells whether a link leads above the place that the archive is unpacked at. */
    private static boolean leadsOut(String name, String link) {
        int depth = -1;
        for (String part : (name + "/../" + link).split("/", -1)) {
            if (part.equals("..")) {
                depth--;
            } else if (!part.isEmpty() && !part.equals(".")) {
                depth++;
            }
            if (depth < -1) {
                return true;
            }
        }
        return false;
    }

    @Override
    public InputStream content() {
        return tar.content();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
