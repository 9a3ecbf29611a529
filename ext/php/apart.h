/* SPDX-License-Identifier: MIT
 *
 * Connections that stand apart: the engine carries their bytes, or React does, but
 * what is a message on them is known to a layer of the binding only. A server has
 * them in a roster of its own, server->apart, each as the object that its
 * application got in onOpen().
 */
#ifndef WSCHAT_APART_H
#define WSCHAT_APART_H

#include "server.h"

/* Below, `connection` is what a layer got: a connection of a server, or a decorator
 * around one. Around anything else nothing is done. */

/* Its bytes are a request, not messages. */
void wschat_apart_mark(zend_object *connection);

/* `face` is what the application gets in its place; until it is taken back. */
void wschat_apart_add(zend_object *connection, zend_object *face);
void wschat_apart_remove(zend_object *connection);

/* Plain TCP of React's: the IoConnection is its own face. */
void wschat_apart_add_foreign(struct wschat_server *server, zend_object *connection);

/* By the number of the connection. May run destructors. */
void wschat_apart_forget(struct wschat_server *server, zend_long id);

/* All faces, a reference each, to call user code with; NULL and 0: there are none.
 * _release() gives the references and the array back, and may run destructors. */
zend_object **wschat_apart_copy(const struct wschat_server *server, size_t *count);
void wschat_apart_release(zend_object **faces, size_t count);

/* Of the whole roster; `release`: gives the references back. */
void wschat_apart_dtor(struct wschat_server *server, bool release);
void wschat_apart_add_gc(const struct wschat_server *server, zend_get_gc_buffer *buffer);

#endif
