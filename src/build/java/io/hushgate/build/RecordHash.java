package io.hushgate.build;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** The hash code of a record, computed as {@link java.lang.runtime.ObjectMethods} does. */
record RecordHash(MethodTypeDesc type, List<Component> components) implements PlainMethod {
    private static final int FACTOR = 31;

    @Override
    public void writeTo(CodeBuilder code) {
        ClassDesc owner = type.parameterType(0);
        code.iconst_0();
        for (Component component : components) {
            code.loadConstant(FACTOR).imul();
            component.load(code, owner, 0);
            ClassDesc value = component.type().isPrimitive() ? component.type() : CD_Object;
            code.invokestatic(
                    ClassDesc.of(component.helper().getName()),
                    "hashCode",
                    MethodTypeDesc.of(CD_int, value));
            code.iadd();
        }
        code.ireturn();
    }
}
