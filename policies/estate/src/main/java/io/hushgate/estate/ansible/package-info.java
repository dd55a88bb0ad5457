/**
 * Tasks of Ansible that ask or change Vault by the modules of {@code community.hashi_vault}, with
 * literal loops and variables of the same file filled in. Commands within tasks are scripts and
 * read as such. Entry point: {@link io.hushgate.estate.ansible.AnsibleTasks}.
 */
@NullMarked
package io.hushgate.estate.ansible;

import org.jspecify.annotations.NullMarked;
