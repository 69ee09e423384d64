package org.updatable.it.ledger;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.math.BigDecimal;

/** What can be done to accounts and clippings, each in a transaction of the container's. */
@Stateless
@LocalBean
public class Books {

    @PersistenceContext(unitName = "ledger")
    private EntityManager accounts;

    @PersistenceUnit(unitName = "clippings")
    private EntityManagerFactory clippings;

    @Resource
    private EJBContext context;

    public void open(String id) {
        Owner owner = new Owner();
        owner.setId("owner of " + id);
        accounts.persist(owner);
        Savings account = new Savings();
        account.setId(id);
        accounts.persist(account);
    }

    public void changeEverything(String id) {
        Savings account = (Savings) accounts.find(Account.class, id);
        account.setBalance(new BigDecimal("7.5"));
        account.setEntries(3);
        account.getTerms().setBranch("Kiel");
        account.setOwner(accounts.getReference(Owner.class, "owner of " + id));
        account.setGoal("a boat");
    }

    public void enter(String id) {
        Account account = accounts.find(Account.class, id);
        account.setEntries(account.getEntries() + 1);
    }

    /** All at once, so that the statements are sent as a batch. */
    public void enterAll(String... ids) {
        for (String id : ids) enter(id);
        accounts.flush();
        for (String id : ids) enter(id);
    }

    /**
     * Commits a clipping in a transaction of the other unit's own, and rolls back the one around it.
     *
     * @param flushed runs before that commit
     */
    public void clip(String id, String text, Runnable flushed) {
        EntityManager manager = clippings.createEntityManager();
        manager.getTransaction().begin();
        Clipping clipping = new Clipping();
        clipping.setId(id);
        clipping.setText(text);
        manager.persist(clipping);
        manager.flush();
        flushed.run();
        manager.getTransaction().commit();
        manager.close();
        context.setRollbackOnly();
    }
}
