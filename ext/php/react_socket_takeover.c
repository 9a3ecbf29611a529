/* SPDX-License-Identifier: MIT
 *
 * A React socket whose connections the engine accepts, instead of the loop one by
 * one: ours, and those of an installed react/socket, whose private members are read
 * and never written. What it does not know exactly it leaves alone. Called by
 * IoServer; react_socket.h says who owns what.
 */
#include "react_socket.h"

#include "php_wschat.h"

#include "classes.h"
#include "compat.h"
#include "emitter.h"
#include "gate.h"
#include "tls_options.h"

/* ---- what it is --------------------------------------------------------------------------------- */

/* A SecureServer between two wrappers, and the listener. */
#define DEPTH_MAX 4

/* One socket, looked through: the object that the script has, those in it one in the
 * other, and the listener, which may be the first. All borrowed. */
struct face {
	zend_object *chain[DEPTH_MAX];
	size_t depth;
	zend_object *inner;  /* the last of them, the listener            */
	zend_object *secure; /* the SecureServer among them, or NULL      */
	bool native;         /* the listener is                           */
};

static bool is_native_listener(const zend_object *object)
{
	return object->ce == wschat_ce_react_tcp_server || object->ce == wschat_ce_react_unix_server ||
	       object->ce == wschat_ce_react_fd_server;
}

/* A class of react/socket. They are final, so that the private members are known. */
static bool is_foreign(const zend_object *object, const char *const *names)
{
	if (object->ce->type != ZEND_USER_CLASS || !(object->ce->ce_flags & ZEND_ACC_FINAL)) {
		return false;
	}
	for (; *names; names++) {
		if (zend_string_equals_cstr(object->ce->name, *names, strlen(*names))) {
			return true;
		}
	}
	return false;
}

static const char *const foreign_listeners[] = {"React\\Socket\\TcpServer", "React\\Socket\\UnixServer",
                                                "React\\Socket\\FdServer", NULL};
static const char *const foreign_wrappers[] = {"React\\Socket\\Server", "React\\Socket\\SocketServer", NULL};
static const char *const foreign_secure[] = {"React\\Socket\\SecureServer", NULL};

/* A member by its name, whoever may see it; NULL: there is none, or it is unset. Runs no
 * user code, as zend_read_property() might. */
static zval *member_of(zend_object *object, const char *name)
{
	zend_property_info *info = zend_hash_str_find_ptr(&object->ce->properties_info, name, strlen(name));
	zval *member;

	if (!info || (info->flags & ZEND_ACC_STATIC)) {
		return NULL;
	}
	member = OBJ_PROP(object, info->offset);
	ZVAL_DEREF(member);
	return Z_TYPE_P(member) == IS_UNDEF ? NULL : member;
}

static zend_object *object_in(zend_object *object, const char *name)
{
	zval *member = member_of(object, name);

	return member && Z_TYPE_P(member) == IS_OBJECT ? Z_OBJ_P(member) : NULL;
}

static bool is_secure(const zend_object *object)
{
	return object->ce == wschat_ce_react_secure_server || is_foreign(object, foreign_secure);
}

/* What is in a server around another one; NULL: it is none, or not known. */
static zend_object *inside(zend_object *object)
{
	if (object->ce == wschat_ce_react_server || object->ce == wschat_ce_react_socket_server ||
	    object->ce == wschat_ce_react_secure_server) {
		return wschat_react_wrapper_of(object)->inner;
	}
	if (is_foreign(object, foreign_wrappers)) {
		return object_in(object, "server");
	}
	return is_foreign(object, foreign_secure) ? object_in(object, "tcp") : NULL;
}

static bool look_through(zend_object *socket, struct face *face)
{
	face->secure = NULL;
	for (face->depth = 0; socket && face->depth < DEPTH_MAX; socket = inside(socket)) {
		face->chain[face->depth++] = socket;
		face->inner = socket;
		face->native = is_native_listener(socket);
		if (face->native || is_foreign(socket, foreign_listeners)) {
			return true;
		}
		if (is_secure(socket)) {
			if (face->secure) {
				return false; /* TLS in TLS */
			}
			face->secure = socket;
		}
	}
	return false;
}

/* The ssl options of its SecureServer; NULL: it has none. */
static HashTable *tls_of(const struct face *face)
{
	zval *context;

	if (face->secure->ce == wschat_ce_react_secure_server) {
		context = &wschat_react_wrapper_of(face->secure)->context;
	} else {
		context = member_of(face->secure, "context");
	}
	return context && Z_TYPE_P(context) == IS_ARRAY ? Z_ARRVAL_P(context) : NULL;
}

static zend_object *loop_of(const struct face *face)
{
	return face->native ? wschat_react_listener_of(face->inner)->loop : object_in(face->inner, "loop");
}

static zend_resource *master_of(const struct face *face)
{
	zval *master;

	if (face->native) {
		return wschat_react_listener_of(face->inner)->master;
	}
	master = member_of(face->inner, "master");
	return master && Z_TYPE_P(master) == IS_RESOURCE ? Z_RES_P(master) : NULL;
}

static bool is_listening(const struct face *face)
{
	zval *listening;

	if (face->native) {
		return wschat_react_listener_of(face->inner)->listening;
	}
	listening = member_of(face->inner, "listening");
	return listening && Z_TYPE_P(listening) == IS_TRUE;
}

static bool is_unix(const struct face *face)
{
	zval *member;

	if (face->native) {
		return wschat_react_listener_of(face->inner)->is_unix;
	}
	member = member_of(face->inner, "unix"); /* FdServer's */
	return zend_string_equals_literal(face->inner->ce->name, "React\\Socket\\UnixServer") ||
	       (member && Z_TYPE_P(member) == IS_TRUE);
}

/* ---- who listens ---------------------------------------------------------------------------------- */

/* Listeners of an emitter, ours or Evenement's; NULL: none. */
static HashTable *listeners_of(zend_object *object, const char *kind, const char *event)
{
	zval *all = member_of(object, kind);
	zval *list = all && Z_TYPE_P(all) == IS_ARRAY ? zend_hash_str_find(Z_ARRVAL_P(all), event, strlen(event)) : NULL;

	if (list) {
		ZVAL_DEREF(list);
	}
	return list && Z_TYPE_P(list) == IS_ARRAY ? Z_ARRVAL_P(list) : NULL;
}

static uint32_t count(zend_object *object, const char *event)
{
	HashTable *always = listeners_of(object, "listeners", event);
	HashTable *once = listeners_of(object, "onceListeners", event);

	return (always ? zend_hash_num_elements(always) : 0) + (once ? zend_hash_num_elements(once) : 0);
}

/* One listens to the outermost, and only each to the one in it. */
static bool has_one_listener(const struct face *face)
{
	size_t i;

	for (i = 0; i < face->depth; i++) {
		if (count(face->chain[i], "connection") != 1) {
			return false;
		}
	}
	return true;
}

static bool is_the_one(const struct face *face, zval *listener)
{
	HashTable *listeners = listeners_of(face->chain[0], "listeners", "connection");
	zval *entry;

	if (!listeners || !has_one_listener(face)) {
		return false;
	}
	ZEND_HASH_FOREACH_VAL(listeners, entry) {
		ZVAL_DEREF(entry);
		return fast_is_identical_function(entry, listener);
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* ---- there and back ---------------------------------------------------------------------------------- */

static bool descriptor_of(php_stream *stream, int *fd)
{
	php_socket_t socket;

	if (!stream ||
	    php_stream_cast(stream, PHP_STREAM_AS_SOCKETD | PHP_STREAM_CAST_INTERNAL, (void *) &socket, 0) == FAILURE) {
		return false;
	}
	*fd = socket;
	return true;
}

bool wschat_react_socket_takeover(zend_object *socket, zval *listener, const struct wschat_react_taker *taker, int *fd,
                                  bool *unix_socket, HashTable **tls)
{
	struct face face;
	zend_object *loop;

	if (!look_through(socket, &face) || !is_listening(&face) || !is_the_one(&face, listener) ||
	    !descriptor_of(wschat_react_stream(master_of(&face)), fd)) {
		return false;
	}
	loop = loop_of(&face);
	if (!loop || loop->ce != wschat_ce_loop) {
		return false;
	}
	*tls = face.secure ? tls_of(&face) : NULL;
	if (face.secure && (!*tls || !wschat_tls_knows(*tls))) {
		return false;
	}
	*unix_socket = is_unix(&face);
	if (face.native) {
		if (wschat_react_listener_of(face.inner)->taker.changed) {
			return false; /* somebody has it */
		}
		wschat_react_listener_of(face.inner)->taker = *taker;
	}
	/* Not pause(): for its owner it listens on. */
	if (wschat_react_watch(loop, "removereadstream", master_of(&face), NULL)) {
		return true;
	}
	if (face.native) {
		wschat_react_listener_of(face.inner)->taker.changed = NULL;
	}
	return false;
}

enum wschat_react_state wschat_react_socket_state(zend_object *socket)
{
	struct face face;

	if (!look_through(socket, &face) || !wschat_react_stream(master_of(&face))) {
		return WSCHAT_REACT_CLOSED;
	}
	if (!is_listening(&face)) {
		return WSCHAT_REACT_PAUSED;
	}
	return has_one_listener(&face) ? WSCHAT_REACT_LISTENING : WSCHAT_REACT_SHARED;
}

void wschat_react_socket_release(zend_object *socket)
{
	struct face face;

	if (!look_through(socket, &face)) {
		return;
	}
	if (face.native) {
		wschat_react_listener_of(face.inner)->taker.changed = NULL;
	}
	if (!wschat_react_stream(master_of(&face)) || !is_listening(&face)) {
		return;
	}
	if (face.native) {
		wschat_react_listener_watch(face.inner);
	} else if (wschat_gate_call_method(face.inner, ZEND_STRL("pause"), 0, NULL, NULL)) {
		/* Only its own resume() has the listener for the loop. */
		wschat_gate_call_method(face.inner, ZEND_STRL("resume"), 0, NULL, NULL);
	}
}

/* ---- what its TLS has to tell ------------------------------------------------------------------------------ */

bool wschat_react_socket_tls_failed(zend_object *socket, const char *remote, const char *reason)
{
	struct face face;

	/* A wrapper passes on what nobody may listen to. */
	if (!look_through(socket, &face) || !face.secure || count(face.secure, "error") == 0 ||
	    count(face.chain[0], "error") == 0) {
		return false;
	}
	wschat_react_secure_error(face.secure,
	                          strpprintf(0, "Connection from %s failed during TLS handshake: %s", remote, reason), 0);
	return true;
}

/* ---- further listeners ----------------------------------------------------------------------------------- */

/* The taker can serve only one. It gives way, and each gets its events. */
static void listener_added(zend_object *emitter)
{
	struct wschat_react_listener *listener;
	struct wschat_react_taker taker;
	struct face face;

	if (!look_through(emitter, &face) || !face.native) {
		return;
	}
	listener = wschat_react_listener_of(face.inner);
	taker = listener->taker;
	if (!taker.changed || has_one_listener(&face)) {
		return;
	}
	taker.changed(WSCHAT_REACT_SHARED, taker.arg);
	wschat_react_socket_release(emitter);
}

void wschat_react_takeover_register(void)
{
	wschat_emitter_added = listener_added;
}
