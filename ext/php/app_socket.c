/* SPDX-License-Identifier: MIT
 *
 * The listening sockets of an App. A loop of our own, or none, gets a native
 * socket by IoServer::factory(), with or without TLS; any other one React's, and so does an
 * address or a context that asks for what only those have. It refuses a context
 * whose part for us is none. Called by app.c.
 */
#include "app_socket.h"

#include "classes.h"
#include "compat.h"
#include "gate.h"
#include "loop.h"
#include "object.h"
#include "tls_options.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

/* ---- the context ---------------------------------------------------------------------------- */

/* What of React's context for TCP our options have. */
static void take_tcp(HashTable *options, HashTable *tcp)
{
	static const char *const names[] = {"backlog", "tcp_nodelay"};
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		zval *value = zend_hash_str_find_deref(tcp, names[i], strlen(names[i]));

		if (value && !zend_hash_str_exists(options, names[i], strlen(names[i]))) {
			Z_TRY_ADDREF_P(value);
			zend_hash_str_add(options, names[i], strlen(names[i]), value);
		}
	}
}

/* The options for TLS; NULL: there are none. */
static zval *tls_of(zval *context)
{
	zval *tls = context ? zend_hash_str_find_deref(Z_ARRVAL_P(context), ZEND_STRL("tls")) : NULL;

	return tls && Z_TYPE_P(tls) == IS_ARRAY ? tls : NULL;
}

/* The options of IoServer::factory(): those in `wschat`, then those in `tcp` or,
 * as React once had it, in the context itself. */
static bool make_options(zval *options, zval *context)
{
	zval *ours = context ? zend_hash_str_find_deref(Z_ARRVAL_P(context), ZEND_STRL("wschat")) : NULL;
	zval *tcp = context ? zend_hash_str_find_deref(Z_ARRVAL_P(context), ZEND_STRL("tcp")) : NULL;

	if (ours && Z_TYPE_P(ours) != IS_ARRAY) {
		zend_argument_value_error(5, "must have an array of options under \"wschat\", %s given",
		                          zend_zval_type_name(ours));
		return false;
	}
	ZVAL_ARR(options, ours ? zend_array_dup(Z_ARRVAL_P(ours)) : zend_new_array(0));
	if (tls_of(context)) {
		Z_ADDREF_P(tls_of(context));
		zend_hash_str_update(Z_ARRVAL_P(options), ZEND_STRL("tls"), tls_of(context));
	}
	if (context) {
		take_tcp(Z_ARRVAL_P(options), tcp && Z_TYPE_P(tcp) == IS_ARRAY ? Z_ARRVAL_P(tcp) : Z_ARRVAL_P(context));
	}
	return true;
}

/* The context without our part. */
static void make_react_context(zval *react, zval *context)
{
	ZVAL_ARR(react, context ? zend_array_dup(Z_ARRVAL_P(context)) : zend_new_array(0));
	zend_hash_str_del(Z_ARRVAL_P(react), ZEND_STRL("wschat"));
}

/* ---- listening ------------------------------------------------------------------------------ */

/* IoServer::factory($component, $port, $address, $options) */
static bool listen_natively(zval *server, zval *component, zval *port, zval *address, zval *options)
{
	zend_function *factory = zend_hash_str_find_ptr(&wschat_ce_io_server->function_table, ZEND_STRL("factory"));
	zval arguments[4];

	ZVAL_COPY_VALUE(&arguments[0], component);
	ZVAL_COPY_VALUE(&arguments[1], port);
	ZVAL_COPY_VALUE(&arguments[2], address);
	ZVAL_COPY_VALUE(&arguments[3], options);
	if (!wschat_gate_call_function(factory, NULL, 4, arguments, server)) {
		zval_ptr_dtor(server);
		ZVAL_UNDEF(server);
		return false;
	}
	return true;
}

/* new IoServer($component, new React\Socket\Server($uri, $loop, $context), $loop) */
static bool listen_by_react(zval *server, zval *component, zend_string *uri, zval *loop, zval *context)
{
	zval of_socket[3], of_server[3];
	bool made;

	ZVAL_STR(&of_socket[0], uri);
	ZVAL_COPY_VALUE(&of_socket[1], loop);
	make_react_context(&of_socket[2], context);
	ZVAL_COPY_VALUE(&of_server[0], component);
	ZVAL_COPY_VALUE(&of_server[2], loop);
	made = wschat_object_new_named(&of_server[1], "React\\Socket\\Server", 3, of_socket);
	zval_ptr_dtor(&of_socket[2]);
	if (made) {
		made = wschat_object_new(server, wschat_ce_io_server, 3, of_server);
		zval_ptr_dtor(&of_server[1]);
	}
	return made;
}

static bool is_foreign(zval *loop)
{
	return loop && Z_OBJCE_P(loop) != wschat_ce_loop;
}

/* Is there something in this part of a context that our options do not have? */
static bool asks_for_more(HashTable *context)
{
	static const char *const known[] = {"backlog", "tcp_nodelay", "wschat", "tcp", "tls"};
	zend_string *name;
	size_t i;

	ZEND_HASH_FOREACH_STR_KEY(context, name) {
		for (i = 0; name && i < sizeof known / sizeof known[0]; i++) {
			if (zend_string_equals_cstr(name, known[i], strlen(known[i]))) {
				break;
			}
		}
		if (!name || i == sizeof known / sizeof known[0]) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* tls:// with options for it, or none. */
static bool knows_scheme(zval *address, zval *context)
{
	return Z_TYPE_P(address) != IS_STRING || !strstr(Z_STRVAL_P(address), "://") ||
	       (tls_of(context) && strncmp(Z_STRVAL_P(address), "tls://", strlen("tls://")) == 0);
}

/* Other schemes and options that only React's sockets have. */
static bool needs_react(zval *address, zval *context)
{
	zval *tcp = context ? zend_hash_str_find_deref(Z_ARRVAL_P(context), ZEND_STRL("tcp")) : NULL;

	return !knows_scheme(address, context) || (tls_of(context) && !wschat_tls_knows(Z_ARRVAL_P(tls_of(context)))) ||
	       (context && asks_for_more(Z_ARRVAL_P(context))) ||
	       (tcp && Z_TYPE_P(tcp) == IS_ARRAY && asks_for_more(Z_ARRVAL_P(tcp)));
}

bool wschat_app_listen(zval *server, zval *component, zval *port, zval *address, zval *loop, zval *context)
{
	zend_string *host, *number, *uri;
	zval options, own_loop;
	bool made;

	ZVAL_UNDEF(server);
	if (!is_foreign(loop) && !needs_react(address, context)) {
		if (!make_options(&options, context)) {
			return false;
		}
		made = listen_natively(server, component, port, address, &options);
		zval_ptr_dtor(&options);
		return made;
	}
	if (!loop) {
		zend_object *own = wschat_event_loop_create();

		if (!own) {
			return false;
		}
		ZVAL_OBJ(&own_loop, own);
		loop = &own_loop;
	}
	host = zval_try_get_string(address);
	number = host ? zval_try_get_string(port) : NULL;
	made = number != NULL;
	if (made) {
		/* Never plain TCP where there is a certificate. */
		uri = strpprintf(0, "%s%s:%s", tls_of(context) && !strstr(ZSTR_VAL(host), "://") ? "tls://" : "",
		                 ZSTR_VAL(host), ZSTR_VAL(number));
		made = listen_by_react(server, component, uri, loop, context);
		zend_string_release(uri);
		zend_string_release(number);
	}
	if (host) {
		zend_string_release(host);
	}
	if (loop == &own_loop) {
		zval_ptr_dtor(&own_loop);
	}
	return made;
}

/* ---- for Flash -------------------------------------------------------------------------------- */

/* Turns the pending exception into a notice, unless it is an error of the
 * program or its end. */
static void give_notice(const char *where)
{
	zend_object *exception = EG(exception);
	zend_string *message;
	zval rv;

	if (wschat_gate_is_exit() || !instanceof_function(exception->ce, zend_ce_exception)) {
		return;
	}
	GC_ADDREF(exception);
	zend_clear_exception();
	message = zval_get_string(zend_read_property(zend_ce_exception, exception, ZEND_STRL("message"), true, &rv));
	OBJ_RELEASE(exception);
	if (!EG(exception)) {
		zend_error(E_NOTICE, "Flash policy server on %s cannot be started, everything else works: %s", where,
		           ZSTR_VAL(message));
	}
	zend_string_release(message);
}

bool wschat_app_listen_for_flash(zval *server, zval *policy, bool production, zval *loop)
{
	const char *address = production ? "0.0.0.0" : "127.0.0.1";
	zend_long port = production ? 843 : 8843;
	zend_string *where = strpprintf(0, "%s:" ZEND_LONG_FMT, address, port);
	zval arguments[3];
	bool made;

	ZVAL_UNDEF(server);
	if (is_foreign(loop)) {
		made = listen_by_react(server, policy, where, loop, NULL);
	} else {
		ZVAL_LONG(&arguments[0], port);
		ZVAL_STRING(&arguments[1], address);
		/* The addresses of php.ini are the App's. */
		array_init(&arguments[2]);
		add_assoc_string(&arguments[2], "listen", "");
		made = listen_natively(server, policy, &arguments[0], &arguments[1], &arguments[2]);
		zval_ptr_dtor(&arguments[1]);
		zval_ptr_dtor(&arguments[2]);
	}
	if (!made) {
		give_notice(ZSTR_VAL(where));
	}
	zend_string_release(where);
	return made;
}
