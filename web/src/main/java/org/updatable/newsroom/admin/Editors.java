package org.updatable.newsroom.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Those who may come into the office. This is an example: their passwords are their names. */
@ApplicationScoped
@FormAuthenticationMechanismDefinition(
        loginToContinue =
                @LoginToContinue(
                        loginPage = "/login.xhtml",
                        errorPage = "/login.xhtml?again",
                        useForwardToLogin = false))
public class Editors implements IdentityStore {
    private static final Set<String> NAMES = Set.of("ann", "ben");

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof UsernamePasswordCredential given
                        && NAMES.contains(given.getCaller())
                        && given.compareTo(given.getCaller(), given.getCaller())
                ? new CredentialValidationResult(given.getCaller(), Set.of("editors"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
