package io.hushgate.rego.wasm;

import java.time.Duration;

/**
 * What a compiled policy may cost.
 *
 * @param maxModuleBytes size of the WebAssembly module
 * @param maxBundleBytes size of the whole bundle, after decompression
 * @param maxMemoryPages memory of the module in pages of 64 KiB; data, input and everything made
 *     from them lie there
 * @param ready how long a module may take to get ready, once and again after each failure
 * @param decision how long one decision may take, waiting for those before it included
 */
public record WasmLimits(
        int maxModuleBytes,
        long maxBundleBytes,
        int maxMemoryPages,
        Duration ready,
        Duration decision) {
    /** The most that WebAssembly can address: 4 GiB. */
    private static final int ALL_PAGES = 65_536;

    /**
     * 64 MiB a module: a policy of 100,000 lines compiles to a tenth. 512 MiB a bundle. 8,192 pages
     * are 512 MiB, since parsed data is some five times its text. 1 minute to get ready: a module
     * of a policy of some lines takes two seconds, most of them to start the compiler. 1 minute to
     * decide, as for the engine of this process.
     */
    public static final WasmLimits DEFAULT =
            new WasmLimits(
                    64 << 20, 512L << 20, 8_192, Duration.ofMinutes(1), Duration.ofMinutes(1));

    public WasmLimits {
        if (maxModuleBytes <= 0 || maxModuleBytes == Integer.MAX_VALUE || maxBundleBytes <= 0) {
            throw new IllegalArgumentException("sizes are positive, that of a module below 2 GiB");
        }
        if (maxMemoryPages < INITIAL_PAGES || maxMemoryPages > ALL_PAGES) {
            throw new IllegalArgumentException(
                    "memory is %d to %d pages".formatted(INITIAL_PAGES, ALL_PAGES));
        }
        if (!ready.isPositive() || !decision.isPositive()) {
            throw new IllegalArgumentException("timeouts are positive");
        }
    }

    /** What a module starts with; the runtime's own default. */
    static final int INITIAL_PAGES = 10;
}
