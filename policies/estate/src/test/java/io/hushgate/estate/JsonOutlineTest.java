package io.hushgate.estate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonOutlineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'Role','apiVersion':'rbac.authorization.k8s.io/v1'}",
                "{'apiVersion':'v1', 'items':[], 'kind' : 'List'}",
                "{'metadata':{'name':'a'},'kind':'ServiceAccount'}",
                "[{'a':1},{'kind':'Role','metadata':{}}]",
                "{'a':{'b':[1,{'c':2}]}}\n{'path':{'secret/*':{'capabilities':['read']}}}",
                "{'path':[{'secret/*':{'policy':'read'}}]}",
                "{'resource':{'vault_policy':{}}}",
                "{'policies':[{'name':'a','rules':'...'}]}",
                "{'auth':[{'type':'kubernetes'}]}",
                "{'kubernetes/':{'type':'kubernetes','accessor':'a'}}",
                "{'data':{'content':[{'setting':{'identifier':'a'}}]}}",
                "{'manager':{'env-secrets':{}}}",
                "// 'kind' of the house\n{'sops' /* of 'mozilla' */ : {}}",
                "{'a':{'note':'path \\'secret/*\\' {}'}}",
                "{'a':['listener \\'tcp\\' {}']}",
                "{'services':{'db':{'image':'postgres'}}}"
            })
    void documentsOfInterestMatter(String text) {
        assertThat(JsonOutline.matters(json(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'discovery#restDescription','auth':{'oauth2':{}},'resources':{}}",
                "{'a':{'kind':'Role','apiVersion':'v1'}}",
                "[{'kind':'a'},{'apiVersion':'b'}]",
                "{'path':'/users','policy':{},'policies':{}}",
                "{'a':'kind','b':'apiVersion','c':'path'}",
                "{'a':'say \\'kind\\': \\'apiVersion\\''}",
                "['resource','path','setting']",
                "",
                "{",
                "'",
                "'\\",
                "]]}}{'a':1"
            })
    void otherDataDoesNot(String text) {
        assertThat(JsonOutline.matters(json(text))).isFalse();
    }

    @Test
    void aBrokenTextMattersWhereItHasTheWords() {
        assertThat(JsonOutline.matters(json("{'a':{'policies':1"))).isTrue();
        assertThat(JsonOutline.matters(json("{'a':{'policies':1}}"))).isFalse();
        assertThat(JsonOutline.matters(json("{'a':[1,2"))).isFalse();
    }

    @Test
    void aDocumentAfterStrayBracketsIsStillSeen() {
        assertThat(JsonOutline.matters(json("}}]{'transform':{}}"))).isTrue();
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }
}
