package org.updatable.message;

/** One thing a server says to the browsers that watch a group. */
public sealed interface Update permits UpdateValue {

    /**
     * The group whose watchers are told.
     *
     * @return the group's name, never empty
     */
    String group();
}
