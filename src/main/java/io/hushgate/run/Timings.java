package io.hushgate.run;

/**
 * Tells on standard error how long each part of a run took, when {@code -Dhushgate.timings=true}
 * asks for it.
 */
final class Timings {
    private static final boolean ASKED = Boolean.getBoolean("hushgate.timings");
    private long last = System.nanoTime();

    private Timings() {}

    static Timings start() {
        Timings timings = new Timings();
        if (ASKED) {
            long jvm =
                    System.currentTimeMillis()
                            - java.lang.management.ManagementFactory.getRuntimeMXBean()
                                    .getStartTime();
            tell("JVM and command line", jvm * 1_000_000);
        }
        return timings;
    }

    void lap(String part) {
        if (ASKED) {
            long now = System.nanoTime();
            tell(part, now - last);
            last = System.nanoTime();
        }
    }

    private static void tell(String part, long nanos) {
        System.err.printf("%-22s %7.1f ms%n", part, nanos / 1e6);
    }
}
