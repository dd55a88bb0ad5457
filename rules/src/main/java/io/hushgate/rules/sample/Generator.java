package io.hushgate.rules.sample;

/** Invents one credential, or one random part of it. */
@FunctionalInterface
interface Generator {
    /**
     * Invents.
     *
     * @param argument what stands after the colon, rendered; empty when there is none
     * @throws TemplateProblem when the argument makes no sense
     */
    String invent(String argument, SampleRandom random);
}
