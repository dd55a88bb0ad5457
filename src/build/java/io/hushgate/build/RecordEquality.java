package io.hushgate.build;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Whether a record equals something: references by {@code equals}, numbers as their boxes do it, so
 * that NaN equals itself (JLS 8.10.3).
 */
record RecordEquality(MethodTypeDesc type, List<Component> components) implements PlainMethod {
    private static final int SELF = 0;
    private static final int OTHER = 1;
    private static final int CAST = 2;

    @Override
    public void writeTo(CodeBuilder code) {
        ClassDesc owner = type.parameterType(SELF);
        Label differs = code.newLabel();
        Label another = code.newLabel();
        code.aload(SELF).aload(OTHER).if_acmpne(another).iconst_1().ireturn();
        code.labelBinding(another).aload(OTHER).instanceOf(owner).ifeq(differs);
        code.aload(OTHER).checkcast(owner).astore(CAST);
        for (Component component : components) {
            component.load(code, owner, SELF);
            component.load(code, owner, CAST);
            ClassDesc helper = ClassDesc.of(component.helper().getName());
            ClassDesc value = component.type();
            if (value.isPrimitive()) {
                code.invokestatic(helper, "compare", MethodTypeDesc.of(CD_int, value, value));
                code.ifne(differs);
            } else {
                code.invokestatic(
                        helper, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object));
                code.ifeq(differs);
            }
        }
        code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
    }
}
