package io.hushgate.estate.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.Estate;
import io.hushgate.estate.EstateReader;
import io.hushgate.estate.EstateReading;
import io.hushgate.estate.access.Estates;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.VaultFact.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnsibleTasksTest {
    @Test
    void literalLoopsAndVariablesAreFilledIn() {
        Estate estate =
                Estates.of(
                        "site.yml",
                        """
                        - hosts: all
                          vars:
                            env: live
                            teams: [red, blue]
                          tasks:
                            - name: roles
                              community.hashi_vault.vault_write:
                                path: "auth/kubernetes/role/{{ item }}-{{ env }}"
                                data:
                                  bound_service_account_names: ["{{ item }}"]
                                  bound_service_account_namespaces: shop
                                  token_policies: "{{ item }}"
                              loop: "{{ teams }}"
                            - block:
                                - community.hashi_vault.vault_kv2_get:
                                    engine_mount_point: kv
                                    path: "{{ item.value.path }}/{{ item.key }}"
                                  with_dict:
                                    db: {path: shop}
                                    mail: {path: post}
                            - community.hashi_vault.vault_read:
                                path: "database/creds/{{ unknown }}"
                        """);

        assertThat(estate.facts())
                .filteredOn(Role.class::isInstance)
                .map(Role.class::cast)
                .extracting(role ->
                        role.name() + " " + role.bound().serviceAccounts() + role.policies())
                .containsExactlyInAnyOrder("red-live [red][red]", "blue-live [blue][blue]");
        assertThat(estate.facts())
                .filteredOn(Use.class::isInstance)
                .map(Use.class::cast)
                .extracting(use -> use.operation() + " " + use.path() + " " + use.at().confidence())
                .containsExactlyInAnyOrder(
                        "read kv/data/shop/db HIGH",
                        "read kv/data/post/mail HIGH",
                        "read database/creds/{{ unknown }} LOW");
    }

    private static List<String> paths(String... files) {
        EstateReader reader = new EstateReader();
        List<EstateReading> readings = new ArrayList<>();
        for (int i = 0; i < files.length; i += 2) {
            readings.add(reader.read(files[i], files[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return Estate.of(reader.inModules(readings)).facts().stream()
                .filter(Use.class::isInstance)
                .map(Use.class::cast)
                .map(use -> use.path() + " " + use.at().confidence())
                .toList();
    }

    private static final String TASK =
            "- community.hashi_vault.vault_kv2_get: {engine_mount_point: kv, path: \"{{ app }}/{{ item }}\"}\n"
                    + "  with_items: \"{{ keys }}\"\n";

    @Test
    void variablesOfARoleItsDefaultsAndItsGroupAreFilledIn() {
        assertThat(
                        paths(
                                "site/roles/shop/tasks/main.yml", TASK,
                                "site/roles/shop/defaults/main.yml", "app: none\nkeys: [db]\n",
                                "site/group_vars/all.yml", "keys: [db, mail]\n",
                                "site/inventories/prod/group_vars/web.yml", "app: shop\n",
                                "other/group_vars/all.yml", "app: other\n"))
                .containsExactlyInAnyOrder("kv/data/shop/db HIGH", "kv/data/shop/mail HIGH");
    }

    @Test
    void whatDependsOnTheHostStaysOpen() {
        assertThat(
                        paths(
                                "play.yml", "- hosts: all\n  tasks:\n" + TASK.indent(4),
                                "group_vars/all/main.yml", "keys: [db]\n",
                                "host_vars/a.yml", "app: one\n",
                                "host_vars/b.yml", "app: two\n"))
                .containsExactly("kv/data/{{ app }}/db LOW");
    }

    @Test
    void filesThatAPlayNamesAreRead() {
        assertThat(
                        paths(
                                "plays/site.yml",
                                "- hosts: all\n  vars_files: [vars/shop.yml]\n  tasks:\n"
                                        + TASK.indent(4),
                                "plays/vars/shop.yml",
                                "app: shop\nkeys: [db]\n"))
                .containsExactly("kv/data/shop/db HIGH");
    }

    @Test
    void aListOfTasksIsReadToo() {
        Estate estate =
                Estates.of(
                        "roles/app/tasks/main.yml",
                        """
                        - name: one
                          community.hashi_vault.vault_pki_generate_certificate:
                            role_name: web
                            common_name: web.example
                        """);

        assertThat(estate.facts())
                .filteredOn(Use.class::isInstance)
                .map(Use.class::cast)
                .extracting(Use::path)
                .containsExactly("pki/issue/web");
    }
}
