/** The servers outside of the default build: each is started, given the shipped WAR, and looked at. */
package org.updatable.it.servers;
