package io.hushgate.source.file;

import io.hushgate.source.SourceProblem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What the operating system said, in words; its own differ from machine to machine. */
final class Problems {
    private Problems() {}

    /** A target that cannot be read at all. */
    static SourceProblem of(Path target, IOException e) {
        return switch (e) {
            case NoSuchFileException _ ->
                    new SourceProblem(target.toString(), "it does not exist", "check the path");
            case FileSystemLoopException _ ->
                    new SourceProblem(
                            target.toString(), "it is a link in a circle", "name a real path");
            default ->
                    new SourceProblem(
                            target.toString(), "it cannot be read", "check its permissions");
        };
    }

    /** Something inside of a target that cannot be read. */
    static String unreadable(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied; run as somebody who may read it";
            case NoSuchFileException _ -> "it was removed during the scan; scan again";
            default -> "the operating system cannot read it; check the disk, and scan again";
        };
    }
}
