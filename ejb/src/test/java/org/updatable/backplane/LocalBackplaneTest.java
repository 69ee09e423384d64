package org.updatable.backplane;

class LocalBackplaneTest extends BackplaneContract {

    @Override
    Backplane backplane() {
        return new LocalBackplane();
    }

    @Override
    void settle() {
        // a method call has arrived when it returns
    }
}
