package io.hushgate.rego.load;

/**
 * What loading may cost.
 *
 * @param maxFiles files and entries looked at
 * @param maxFileBytes size of one file
 * @param maxTotalBytes size of all files together, after decompression
 * @param maxDepth nesting of directories
 */
public record LoadLimits(int maxFiles, long maxFileBytes, long maxTotalBytes, int maxDepth) {
    /**
     * 100,000 files: the largest public policy repositories have 10,000. 256 MiB a file and 1 GiB
     * in all: data of an estate of 100,000 objects takes a tenth. Depth 64: no file system path
     * that people make has more.
     */
    public static final LoadLimits DEFAULT = new LoadLimits(100_000, 256L << 20, 1L << 30, 64);

    /** Counts against the limits during one load. */
    final class Count {
        private int files;
        private long bytes;

        /** Where the next file may at most end. */
        long allowance() {
            return Math.min(maxFileBytes, maxTotalBytes - bytes);
        }

        void file(String place) {
            if (++files > maxFiles) {
                throw new LoadProblem(
                        place, "more than %d files; name fewer directories".formatted(maxFiles));
            }
        }

        void bytes(String place, long size) {
            if (size > maxFileBytes) {
                throw new LoadProblem(
                        place, "the file has more than %d bytes".formatted(maxFileBytes));
            }
            bytes += size;
            if (bytes > maxTotalBytes) {
                throw new LoadProblem(
                        place,
                        "all files together have more than %d bytes".formatted(maxTotalBytes));
            }
        }
    }

    Count count() {
        return new Count();
    }
}
