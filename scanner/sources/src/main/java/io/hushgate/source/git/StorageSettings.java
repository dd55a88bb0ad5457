package io.hushgate.source.git;

import io.hushgate.source.RegularFile;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.git.store.ObjectFormat;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How a repository stores itself: the {@code extensions} of its own {@code config} file, see {@code
 * gitrepository-layout(5)}. All other settings can name programs or other files, and are not even
 * looked at; nor are the configurations of user and system, and no include is followed.
 *
 * @param format how objects are named
 * @param reftable whether refs are stored as reftables
 */
record StorageSettings(ObjectFormat format, boolean reftable) {
    private static final long MAX_BYTES = 1 << 20;

    static StorageSettings read(Path config) {
        List<String> lines;
        try {
            lines = RegularFile.lines(config, MAX_BYTES);
        } catch (NoSuchFileException e) {
            return new StorageSettings(ObjectFormat.SHA1, false);
        } catch (IOException e) {
            throw new SourceProblem(
                    config.toString(), "it cannot be read", "check its permissions and its size");
        }
        return parse(lines);
    }

    private static StorageSettings parse(List<String> lines) {
        ObjectFormat format = ObjectFormat.SHA1;
        boolean reftable = false;
        boolean inExtensions = false;
        for (String line : lines) {
            String text = line.strip().toLowerCase(Locale.ROOT);
            if (text.startsWith("[")) {
                int end = text.indexOf(']');
                inExtensions = end > 0 && text.substring(1, end).strip().equals("extensions");
                text = end < 0 ? "" : text.substring(end + 1).strip();
            }
            int equals = text.indexOf('=');
            if (!inExtensions || equals < 0) {
                continue;
            }
            String value = value(text.substring(equals + 1));
            switch (text.substring(0, equals).strip()) {
                case "objectformat" ->
                        format = value.equals("sha256") ? ObjectFormat.SHA256 : ObjectFormat.SHA1;
                case "refstorage" -> reftable = value.equals("reftable");
                default -> {}
            }
        }
        return new StorageSettings(format, reftable);
    }

    private static String value(String raw) {
        String text = raw.strip();
        int comment = text.indexOf(text.startsWith("\"") ? '\0' : '#');
        String bare = comment < 0 ? text : text.substring(0, comment).strip();
        return bare.replace("\"", "");
    }
}
