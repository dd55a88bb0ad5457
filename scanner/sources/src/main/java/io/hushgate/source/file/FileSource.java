package io.hushgate.source.file;

import io.hushgate.core.Address;
import io.hushgate.core.Coverage;
import io.hushgate.core.Reason;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.Source;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file that the user named. A link is followed: naming it says so. */
public final class FileSource implements Source {
    private final Path file;
    private final String shownAs;

    private FileSource(Path file, String shownAs) {
        this.file = file;
        this.shownAs = shownAs;
    }

    /**
     * A file.
     *
     * @param shownAs its path in addresses, with {@code /}
     * @throws SourceProblem when it does not exist or is no regular file
     */
    public static FileSource of(Path file, String shownAs) {
        try {
            Path real = file.toRealPath();
            if (Files.isRegularFile(real)) {
                return new FileSource(real, shownAs);
            }
        } catch (IOException e) {
            throw Problems.of(file, e);
        }
        throw new SourceProblem(
                file.toString(), "it is no regular file", "pipe it to standard input and name -");
    }

    @Override
    public Coverage read(Workers workers, ConsumerFactory consumers) {
        CoverageLog log = new CoverageLog();
        Address address = new Address.File(shownAs);
        try (FileArtifact artifact = FileArtifact.open(address, file, Files.size(file))) {
            consumers.newConsumer().accept(artifact, AddedRanges.EVERYTHING);
            log.looked(1, artifact.bytesRead());
        } catch (IOException e) {
            log.skip(address, Reason.UNREADABLE, Problems.unreadable(e));
        }
        return log.coverage();
    }
}
