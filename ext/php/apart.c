/* SPDX-License-Identifier: MIT
 *
 * The roster of connections that stand apart (apart.h). Told by HttpServer,
 * WsServer and IoServer when they work on connections by their methods; the
 * engine's own WebSockets never pass here.
 */
#include "apart.h"

#include "connection.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

/* The server of a connection; NULL: it is none of a server's. */
static struct wschat_server *server_of(const struct wschat_connection *connection)
{
	if (connection->server) {
		return wschat_server_of(connection->server);
	}
	return connection->conn ? wsc_server_data(wsc_conn_server(connection->conn)) : NULL;
}

static void add(struct wschat_server *server, zend_long id, zend_object *face)
{
	zend_object *old = wsc_roster_find(&server->apart, (uint64_t) id);

	if (!wsc_roster_add(&server->apart, (uint64_t) id, face)) {
		zend_throw_exception(spl_ce_RuntimeException, "Cannot list a connection: out of memory", 0);
		return;
	}
	GC_ADDREF(face);
	if (old) {
		OBJ_RELEASE(old);
	}
}

void wschat_apart_mark(zend_object *object)
{
	struct wschat_connection *connection = wschat_connection_root(object);

	if (!connection) {
		return;
	}
	if (connection->conn) {
		wsc_conn_set_apart(connection->conn);
	} else if (connection->server) {
		wschat_apart_forget(wschat_server_of(connection->server), connection->resource_id);
	}
}

void wschat_apart_add(zend_object *object, zend_object *face)
{
	struct wschat_connection *connection = wschat_connection_root(object);
	struct wschat_server *server = connection ? server_of(connection) : NULL;

	if (server) {
		wschat_apart_mark(object); /* a test's own HTTP may stand before a WsServer */
		add(server, connection->resource_id, face);
	}
}

void wschat_apart_remove(zend_object *object)
{
	struct wschat_connection *connection = wschat_connection_root(object);
	struct wschat_server *server = connection ? server_of(connection) : NULL;

	if (server) {
		wschat_apart_forget(server, connection->resource_id);
	}
}

void wschat_apart_add_foreign(struct wschat_server *server, zend_object *connection)
{
	add(server, wschat_connection_of(connection)->resource_id, connection);
}

void wschat_apart_forget(struct wschat_server *server, zend_long id)
{
	zend_object *face = wsc_roster_remove(&server->apart, (uint64_t) id);

	if (face) {
		OBJ_RELEASE(face);
	}
}

zend_object **wschat_apart_copy(const struct wschat_server *server, size_t *count)
{
	struct wsc_roster_walk walk = {.generation = server->apart.generation};
	zend_object *face, **faces;

	*count = 0;
	if (server->apart.count == 0) {
		return NULL;
	}
	faces = safe_emalloc(server->apart.count, sizeof(zend_object *), 0);
	while ((face = wsc_roster_next(&server->apart, &walk))) {
		GC_ADDREF(face);
		faces[(*count)++] = face;
	}
	return faces;
}

void wschat_apart_release(zend_object **faces, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		OBJ_RELEASE(faces[i]);
	}
	if (faces) {
		efree(faces);
	}
}

void wschat_apart_dtor(struct wschat_server *server, bool release)
{
	struct wsc_roster roster = server->apart;
	struct wsc_roster_walk walk;
	zend_object *face;

	memset(&server->apart, 0, sizeof server->apart);
	wsc_roster_begin(&roster, &walk);
	while (release && (face = wsc_roster_next(&roster, &walk))) {
		OBJ_RELEASE(face);
	}
	wsc_roster_dtor(&roster);
}

void wschat_apart_add_gc(const struct wschat_server *server, zend_get_gc_buffer *buffer)
{
	struct wsc_roster_walk walk = {.generation = server->apart.generation};
	zend_object *face;

	while ((face = wsc_roster_next(&server->apart, &walk))) {
		zend_get_gc_buffer_add_obj(buffer, face);
	}
}
