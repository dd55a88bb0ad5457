package io.hushgate.build;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.constant.ClassDesc;
import java.util.Objects;

/** A field of a record. */
record Component(String name, ClassDesc type) {
    /** The field that a method handle of the record's own reads. */
    static Component readBy(LoadableConstantEntry getter) {
        var field = ((MethodHandleEntry) getter).reference();
        return new Component(
                field.name().stringValue(), ClassDesc.ofDescriptor(field.type().stringValue()));
    }

    /** Puts the value that the record in a local variable has on the stack. */
    void load(CodeBuilder code, ClassDesc owner, int local) {
        code.aload(local).getfield(owner, name, type);
    }

    /** The class whose static methods compare and hash such values. */
    Class<?> helper() {
        return switch (type.descriptorString()) {
            case "Z" -> Boolean.class;
            case "B" -> Byte.class;
            case "S" -> Short.class;
            case "C" -> Character.class;
            case "I" -> Integer.class;
            case "J" -> Long.class;
            case "F" -> Float.class;
            case "D" -> Double.class;
            default -> Objects.class;
        };
    }
}
