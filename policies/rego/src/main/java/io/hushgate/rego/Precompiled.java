package io.hushgate.rego;

import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.eval.Plan;
import io.hushgate.rego.eval.lower.Instruments;
import io.hushgate.rego.eval.lower.ProgramLowering;
import io.hushgate.rego.image.ImageReader;
import io.hushgate.rego.image.ImageWriter;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.watch.Observer;
import org.jspecify.annotations.Nullable;

/**
 * A program that was compiled before, for those who start cold and often: reading its image takes a
 * tenth of the time that parsing and checking the modules takes. It answers for documents; queries
 * with variables, coverage and tests need the modules, and a {@link Program}.
 *
 * <pre>{@code
 * byte[] image = Precompiled.image(program);                   // when the program is built
 * Precompiled policy = Precompiled.read(image).withData(data); // when it starts
 * Value allow = policy.evaluate(input).value("data.app.allow");
 * }</pre>
 *
 * An image belongs to one version of the engine, and is as trustworthy as a class file: do not read
 * one of strangers. It knows the standard builtins only. Immutable and shared between threads.
 */
public final class Precompiled {
    private final Plan plan;
    private final RegoObject data;
    private final Settings settings;

    private Precompiled(Plan plan, RegoObject data, Settings settings) {
        this.plan = plan;
        this.data = data;
        this.settings = settings;
    }

    /** A program as bytes; its data and settings are no part of them. */
    public static byte[] image(Program program) {
        return ImageWriter.write(program.compiled(), program.plan().root());
    }

    /**
     * Reads what {@link #image} has made.
     *
     * @throws IllegalArgumentException if another version of the engine has made it
     */
    public static Precompiled read(byte[] image) {
        ImageReader.Contents contents = ImageReader.read(image);
        Plan plan =
                ProgramLowering.lower(
                        contents.rules(),
                        contents.packages(),
                        contents.notable(),
                        Builtins.standard(),
                        null,
                        Instruments.NONE);
        return new Precompiled(plan, RegoObject.EMPTY, Settings.standard());
    }

    /** The same before a base document. */
    public Precompiled withData(RegoObject newData) {
        return new Precompiled(plan, newData, settings);
    }

    /** The same under other limits and permissions. */
    public Precompiled withSettings(Settings newSettings) {
        return new Precompiled(plan, data, newSettings);
    }

    /** Puts an input, which may be undefined (null), before the program. */
    public Evaluation evaluate(@Nullable Value input) {
        return new Evaluation(plan, data, input, settings, Observer.NONE);
    }
}
