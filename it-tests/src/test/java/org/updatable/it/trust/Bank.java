package org.updatable.it.trust;

import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.updatable.Updates;
import org.updatable.message.Update;

/** Its accounts. */
@Named
@Singleton
public class Bank {
    @PersistenceContext
    private EntityManager manager;

    @Inject
    private Updates updates;

    /** Opened when somebody first asks for it. */
    public Account account(long id) {
        Account account = manager.find(Account.class, id);
        if (account != null) return account;
        Account opened = new Account(id);
        manager.persist(opened);
        return opened;
    }

    /** Books a payment; the bank's ticker says so, too. */
    public void book(long id, String balance) {
        account(id).setBalance(balance);
        updates.send(Update.value("bank-ticker", balance));
    }
}
