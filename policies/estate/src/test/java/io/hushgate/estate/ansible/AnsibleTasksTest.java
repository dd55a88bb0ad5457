package io.hushgate.estate.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.Estate;
import io.hushgate.estate.access.Estates;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.VaultFact.Role;
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
