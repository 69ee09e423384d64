package org.updatable.it.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Everybody's password is their name. */
@ApplicationScoped
@FormAuthenticationMechanismDefinition(
        loginToContinue =
                @LoginToContinue(loginPage = "/door/form", errorPage = "/door/form", useForwardToLogin = false))
public class People implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof UsernamePasswordCredential given
                        && given.getCaller().equals(given.getPasswordAsString())
                ? new CredentialValidationResult(given.getCaller(), Set.of("readers"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
