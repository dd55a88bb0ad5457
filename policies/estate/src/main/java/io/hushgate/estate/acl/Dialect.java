package io.hushgate.estate.acl;

/**
 * Whose server decides.
 *
 * <p>They differ in one thing: a list request for {@code a/b/} that no exact path answers is looked
 * up by HashiCorp Vault as {@code a/b} first and by OpenBao as {@code a/b/} first. A denial of
 * {@code a/b/*} therefore stops it in OpenBao only.
 */
public enum Dialect {
    VAULT,
    OPENBAO
}
