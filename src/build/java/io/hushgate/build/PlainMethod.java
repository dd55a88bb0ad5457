package io.hushgate.build;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/** The plain code of an {@code invokedynamic} instruction. */
sealed interface PlainMethod permits TypeSwitch, RecordHash, RecordEquality {
    /** What it takes and gives, as the instruction does. */
    MethodTypeDesc type();

    /** Writes its body. */
    void writeTo(CodeBuilder code);

    /** The plain code of a call site, where it is one of those below. */
    static Optional<PlainMethod> of(InvokeDynamicInstruction site) {
        var bootstrap = site.invokedynamic().bootstrap();
        var target = bootstrap.bootstrapMethod().reference();
        List<LoadableConstantEntry> arguments = bootstrap.arguments();
        String name = target.owner().asInternalName() + '.' + target.name().stringValue();
        if (name.equals("java/lang/runtime/SwitchBootstraps.typeSwitch")
                && arguments.stream().allMatch(ClassEntry.class::isInstance)) {
            List<ClassDesc> labels =
                    arguments.stream().map(label -> ((ClassEntry) label).asSymbol()).toList();
            return Optional.of(new TypeSwitch(site.typeSymbol(), labels));
        }
        if (name.equals("java/lang/runtime/ObjectMethods.bootstrap")) {
            List<Component> components = arguments.stream().skip(2).map(Component::readBy).toList();
            return switch (site.name().stringValue()) {
                case "hashCode" -> Optional.of(new RecordHash(site.typeSymbol(), components));
                case "equals" -> Optional.of(new RecordEquality(site.typeSymbol(), components));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }
}
