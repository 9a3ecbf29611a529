/* SPDX-License-Identifier: MIT
 *
 * Namespace Ratchet\Server: IoServer, IoConnection and EchoServer, thin methods
 * over server.c, loop.c and connection.c.
 */
#include "php_wschat.h"

#include "classes.h"
#include "compat.h"
#include "connection.h"
#include "foreign.h"
#include "gate.h"
#include "log.h"
#include "loop.h"
#include "object.h"
#include "options.h"
#include "request_filter.h"
#include "server.h"
#include "stop.h"
#include "takeover.h"
#include "tls_options.h"

#include "zend_attributes.h"
#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#include "ratchet_server_arginfo.h"

zend_class_entry *wschat_ce_io_server;
zend_class_entry *wschat_ce_io_connection;

/* ---- IoServer ------------------------------------------------------------------- */

static void set_property(zend_object *object, const char *name, zend_object *value)
{
	zval zv;

	ZVAL_OBJ(&zv, value);
	zend_update_property(wschat_ce_io_server, object, name, strlen(name), &zv);
}

static void set_ini(const char *name, const char *value)
{
	zend_string *key = zend_string_init(name, strlen(name), false);

	zend_alter_ini_entry_chars(key, value, strlen(value), PHP_INI_USER, PHP_INI_STAGE_RUNTIME);
	zend_string_release(key);
}

/* What Ratchet's constructor does to the process. */
static void prepare_process(void)
{
	set_ini("zend.enable_gc", "1");
	set_ini("max_execution_time", "0");
	php_output_set_implicit_flush(true);
}

static void construct(zend_object *object, zend_object *app, zend_object *socket, zend_object *loop)
{
	set_property(object, "app", app);
	set_property(object, "socket", socket);
	if (loop) {
		set_property(object, "loop", loop);
	}
	prepare_process();
}

/* Hears of its connections, or has the engine accept them. false: an exception. */
static bool serve_socket(zend_object *object, zend_object *socket)
{
	if (!wschat_foreign_listen(object, socket)) {
		return false;
	}
	if (wschat_socket_server(socket)) {
		return true;
	}
	wschat_stop_know(wschat_server_of(object));
	return wschat_takeover_try(wschat_server_of(object), socket);
}

ZEND_METHOD(Ratchet_Server_IoServer, __construct)
{
	zval *app, *socket, *loop = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "Oo|z", &app, wschat_ce_message_component_interface, &socket,
	                          &loop) == FAILURE) {
		RETURN_THROWS();
	}
	if (loop && Z_TYPE_P(loop) != IS_NULL &&
	    (Z_TYPE_P(loop) != IS_OBJECT || !instanceof_function(Z_OBJCE_P(loop), wschat_ce_loop_interface))) {
		zend_throw_exception(spl_ce_InvalidArgumentException,
		                     "Argument #3 ($loop) expected null|React\\EventLoop\\LoopInterface", 0);
		RETURN_THROWS();
	}
	construct(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(app), Z_OBJ_P(socket),
	          loop && Z_TYPE_P(loop) == IS_OBJECT ? Z_OBJ_P(loop) : NULL);
	serve_socket(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(socket));
}

/* `new static($component, $socket, $loop)` */
static bool construct_static(zend_object *object, zval *component, zend_object *socket, zend_object *loop)
{
	zend_function *constructor = object->ce->constructor;
	zval arguments[3];

	if (constructor->common.scope == wschat_ce_io_server) {
		construct(object, Z_OBJ_P(component), socket, loop);
		return true;
	}
	ZVAL_COPY_VALUE(&arguments[0], component);
	ZVAL_OBJ(&arguments[1], socket);
	ZVAL_OBJ(&arguments[2], loop);
	return wschat_gate_call_function(constructor, object, 3, arguments, NULL);
}

/* Ratchet joins address and port to a URI: a port may be a string, also under
 * strict_types. false: it is no number, and an exception says so. */
static bool port_of(zval *value, const zend_string *host, zend_long *port)
{
	zend_string *given;
	double number;

	if (Z_TYPE_P(value) == IS_LONG) {
		*port = Z_LVAL_P(value);
		return true;
	}
	if (Z_TYPE_P(value) == IS_DOUBLE && Z_DVAL_P(value) == (double) (int) Z_DVAL_P(value)) {
		*port = (zend_long) Z_DVAL_P(value);
		return true;
	}
	if (Z_TYPE_P(value) == IS_STRING &&
	    is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), port, &number, false) == IS_LONG) {
		return true;
	}
	given = Z_TYPE_P(value) < IS_ARRAY
	            ? wschat_compat_scalar_text(value)
	            : zend_string_init(zend_zval_type_name(value), strlen(zend_zval_type_name(value)), 0);
	zend_throw_exception_ex(spl_ce_InvalidArgumentException, EINVAL,
	                        "Invalid URI \"tcp://%s:%s\" given (EINVAL): a port is a number from 0 to 65535",
	                        ZSTR_VAL(host), ZSTR_VAL(given));
	zend_string_release(given);
	return false;
}

/* What keeps somebody out must not be left out: false: a ValueError says so. */
static bool guards_nothing(HashTable *options, const zend_string *address)
{
	static const char *const names[] = {"on_request", "allowed_origins", "banned_addresses"};
	size_t i;

	for (i = 0; options && i < sizeof names / sizeof names[0]; i++) {
		if (zend_hash_str_exists(options, names[i], strlen(names[i]))) {
			zend_argument_value_error(4, "option \"%s\" does not work on a socket of React's, as \"%s\" asks for",
			                          names[i], ZSTR_VAL(address));
			return false;
		}
	}
	return true;
}

/* tls://, unix://: React's sockets have these. */
static bool open_by_react(zend_object *object, zval *component, zend_string *address, zend_long port)
{
	zval arguments[2], socket;
	zend_object *loop = wschat_event_loop_create();
	bool made;

	if (!loop) {
		return false;
	}
	ZVAL_STR(&arguments[0], strpprintf(0, "%s:" ZEND_LONG_FMT, ZSTR_VAL(address), port));
	ZVAL_OBJ(&arguments[1], loop);
	made = wschat_object_new_named(&socket, "React\\Socket\\Server", 2, arguments);
	if (made) {
		made = construct_static(object, component, Z_OBJ(socket), loop);
		if (made && object->ce->constructor->common.scope == wschat_ce_io_server) {
			made = serve_socket(object, Z_OBJ(socket));
		}
		zval_ptr_dtor(&socket);
	}
	zval_ptr_dtor(&arguments[0]);
	OBJ_RELEASE(loop);
	return made;
}

/* Where TLS is what is spoken, the tls:// of an address says nothing more. */
static void strip_scheme(HashTable *list)
{
	size_t length = strlen("tls://");
	zval *entry;

	ZEND_HASH_FOREACH_VAL(list, entry) {
		if (strncasecmp(Z_STRVAL_P(entry), "tls://", length) == 0) {
			zend_string *bare = zend_string_init(Z_STRVAL_P(entry) + length, Z_STRLEN_P(entry) - length, false);

			zval_ptr_dtor(entry);
			ZVAL_STR(entry, bare);
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* What factory() was given as the address: one, several with commas, or an array of
 * them; then those of the option. NULL: an exception. */
static HashTable *gather_addresses(zval *address, const struct wschat_text_options *texts, bool tls)
{
	zval text, *entry;
	HashTable *list;

	if (address && Z_TYPE_P(address) == IS_ARRAY) {
		list = wschat_text_list(address);
		if (!list) {
			zend_argument_type_error(3, "must be an address, or an array of addresses that are strings");
			return NULL;
		}
	} else {
		zend_string *string = address ? zval_try_get_string(address) : zend_string_init(ZEND_STRL("0.0.0.0"), false);

		if (!string) {
			return NULL;
		}
		ZVAL_STR(&text, string);
		list = wschat_text_list(&text);
		zval_ptr_dtor(&text);
	}
	if (zend_hash_num_elements(list) == 0) {
		ZVAL_EMPTY_STRING(&text);
		zend_hash_next_index_insert(list, &text);
	}
	ZEND_HASH_FOREACH_VAL(texts->listen, entry) {
		Z_ADDREF_P(entry);
		zend_hash_next_index_insert(list, entry);
	}
	ZEND_HASH_FOREACH_END();
	if (tls) {
		strip_scheme(list);
	}
	return list;
}

/* Opens the socket that it is to be made with. */
static bool open_natively(zend_object *object, zval *component, HashTable *addresses, zend_long port,
                          const struct wsc_options *options, const struct wschat_text_options *texts, HashTable *extra,
                          HashTable *tls_options)
{
	struct wschat_server *server = wschat_server_of(object);
	struct wsc_tls *tls = tls_options ? wschat_tls_new(tls_options, 4) : NULL;
	zend_object *socket, *loop;
	bool made;

	made = (!tls_options || tls) && wschat_request_filter_set(server, extra, 4) &&
	       wschat_server_listen(server, Z_OBJ_P(component), addresses, port, options, texts, tls);
	if (tls) {
		wsc_tls_unref(tls);
	}
	if (!made) {
		return false;
	}
	socket = wschat_socket_new(object);
	loop = wschat_event_loop_create(); /* as Factory::create() */
	made = construct_static(object, component, socket, loop);
	OBJ_RELEASE(socket);
	OBJ_RELEASE(loop);
	if (!made && server->server) {
		wsc_server_close_listener(server->server);
	}
	return made;
}

ZEND_METHOD(Ratchet_Server_IoServer, factory)
{
	struct wsc_options options = WSCHAT_G(defaults);
	struct wschat_text_options texts;
	zval *component, *port = NULL, *address = NULL, *extra = NULL;
	HashTable *tls_options = NULL;
	zend_long number = 80;
	HashTable *list;
	zend_string *first;
	bool made = false;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 4), "O|zzz", &component, wschat_ce_message_component_interface,
	                          &port, &address, &extra) == FAILURE) {
		RETURN_THROWS();
	}
	/* Old scripts pass a loop here; there is only one. */
	if (extra && Z_TYPE_P(extra) != IS_ARRAY) {
		extra = NULL;
	}
	if (extra && (!wschat_options_parse(&options, Z_ARRVAL_P(extra), 4) ||
	              !wschat_options_tls(Z_ARRVAL_P(extra), 4, &tls_options))) {
		RETURN_THROWS();
	}
	if (!wschat_text_options_parse(&texts, extra ? Z_ARRVAL_P(extra) : NULL, 4)) {
		RETURN_THROWS();
	}
	list = gather_addresses(address, &texts, tls_options != NULL);
	if (list) {
		first = Z_STR_P(zend_hash_index_find(list, 0));
		if ((!port || port_of(port, first, &number)) &&
		    object_init_ex(return_value, zend_get_called_scope(execute_data)) == SUCCESS) {
			zend_object *object = Z_OBJ_P(return_value);

			if (!wschat_log_set(wschat_server_of(object), extra ? Z_ARRVAL_P(extra) : NULL, 4)) {
				made = false;
			} else if (strstr(ZSTR_VAL(first), "://")) {
				made = guards_nothing(extra ? Z_ARRVAL_P(extra) : NULL, first) &&
				       open_by_react(object, component, first, number);
			} else {
				made = open_natively(object, component, list, number, &options, &texts,
				                     extra ? Z_ARRVAL_P(extra) : NULL, tls_options);
			}
			if (!made) {
				/* PHP frees the return value of a call that throws, too. */
				zval_ptr_dtor(return_value);
				ZVAL_UNDEF(return_value);
			}
		}
		zend_array_destroy(list);
	}
	wschat_text_options_dtor(&texts);
	if (!made) {
		RETURN_THROWS();
	}
}

/* $server->app may have been assigned since; the layers may have been told more. */
static bool refresh(zend_object *object)
{
	struct wschat_server *server = wschat_server_of(object);
	zval rv, *app;
	bool resolved = true;

	ZVAL_UNDEF(&rv); /* set by a subclass's __get() only */
	app = zend_read_property(wschat_ce_io_server, object, ZEND_STRL("app"), true, &rv);
	ZVAL_DEREF(app);
	if (Z_TYPE_P(app) == IS_OBJECT && instanceof_function(Z_OBJCE_P(app), wschat_ce_message_component_interface)) {
		resolved = wschat_server_resolve(server, Z_OBJ_P(app));
	}
	zval_ptr_dtor(&rv);
	if (!resolved || EG(exception)) {
		return false;
	}
	wschat_server_apply(server);
	return wschat_request_filter_check(server);
}

ZEND_METHOD(Ratchet_Server_IoServer, run)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zval rv, *property, loop;

	ZVAL_UNDEF(&rv); /* set by a subclass's __get() only */
	property = zend_read_property(wschat_ce_io_server, object, ZEND_STRL("loop"), true, &rv);
	/* A callback may assign another one meanwhile. */
	ZVAL_COPY_DEREF(&loop, property);
	zval_ptr_dtor(&rv);
	if (EG(exception)) {
		zval_ptr_dtor(&loop);
		RETURN_THROWS();
	}
	if (Z_TYPE(loop) != IS_OBJECT) {
		zval_ptr_dtor(&loop);
		zend_throw_exception(spl_ce_RuntimeException, "A React Loop was not provided during instantiation", 0);
		RETURN_THROWS();
	}
	if (!wschat_server_of(object)->server || refresh(object)) {
		if (Z_OBJCE(loop) == wschat_ce_loop) {
			wschat_loop_run();
		} else {
			wschat_gate_call_method(Z_OBJ(loop), ZEND_STRL("run"), 0, NULL, NULL);
		}
	}
	zval_ptr_dtor(&loop);
}

ZEND_METHOD(Ratchet_Server_IoServer, handleConnect)
{
	zval *conn;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "o", &conn) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_foreign_connect(wschat_server_of(Z_OBJ_P(ZEND_THIS)), Z_OBJ_P(conn));
}

ZEND_METHOD(Ratchet_Server_IoServer, handleData)
{
	zval *data, *conn;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "zo", &data, &conn) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_foreign_data(wschat_server_of(Z_OBJ_P(ZEND_THIS)), Z_OBJ_P(conn), data);
}

ZEND_METHOD(Ratchet_Server_IoServer, handleEnd)
{
	zval *conn;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "o", &conn) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_foreign_end(wschat_server_of(Z_OBJ_P(ZEND_THIS)), Z_OBJ_P(conn));
}

ZEND_METHOD(Ratchet_Server_IoServer, handleError)
{
	zval *exception, *conn;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Oo", &exception, zend_ce_exception, &conn) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_foreign_error(wschat_server_of(Z_OBJ_P(ZEND_THIS)), Z_OBJ_P(conn), exception);
}

/* ---- IoConnection ------------------------------------------------------------------ */

/* The React connection that a script has wrapped, borrowed; NULL: exception. */
static zend_object *react_connection(zend_object *object)
{
	zval *conn = OBJ_PROP_NUM(object, 0);

	if (Z_TYPE_P(conn) != IS_OBJECT) {
		zend_throw_exception_ex(spl_ce_LogicException, 0, "%s wraps no connection", ZSTR_VAL(object->ce->name));
		return NULL;
	}
	return Z_OBJ_P(conn);
}

ZEND_METHOD(Ratchet_Server_IoConnection, __construct)
{
	zval *conn, old, *slot = OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), 0);

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "o", &conn) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&old, slot);
	ZVAL_COPY(slot, conn);
	/* Last, as a destructor may look at the slot. */
	zval_ptr_dtor(&old);
}

ZEND_METHOD(Ratchet_Server_IoConnection, send)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	zval *data;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &data) == FAILURE) {
		RETURN_THROWS();
	}
	if (wschat_connection_is_native(object)) {
		struct wsc_conn *conn = wschat_connection_conn(object);
		zend_string *bytes = conn ? zval_try_get_string(data) : NULL;

		if (bytes) {
			/* __toString() may have closed it */
			conn = wschat_connection_conn(object);
			if (conn) {
				wsc_conn_write(conn, ZSTR_VAL(bytes), ZSTR_LEN(bytes), bytes);
			}
			zend_string_release(bytes);
		}
	} else {
		zend_object *wrapped = react_connection(object);

		if (wrapped) {
			wschat_gate_call_method(wrapped, ZEND_STRL("write"), 1, data, NULL);
		}
	}
	RETURN_OBJ_COPY(object);
}

ZEND_METHOD(Ratchet_Server_IoConnection, close)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);

	if (wschat_connection_is_native(object)) {
		struct wsc_conn *conn = wschat_connection_conn(object);

		if (conn) {
			wsc_conn_end(conn);
		}
	} else {
		zend_object *wrapped = react_connection(object);

		if (wrapped) {
			wschat_gate_call_method(wrapped, ZEND_STRL("end"), 0, NULL, NULL);
		}
	}
}

/* ---- EchoServer --------------------------------------------------------------------- */

static bool parse_connection(INTERNAL_FUNCTION_PARAMETERS)
{
	zval *connection;

	return zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_connection_interface) == SUCCESS;
}

ZEND_METHOD(Ratchet_Server_EchoServer, onOpen)
{
	parse_connection(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Ratchet_Server_EchoServer, onMessage)
{
	zval *from, *message;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Oz", &from, wschat_ce_connection_interface, &message) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	wschat_gate_call_method(Z_OBJ_P(from), ZEND_STRL("send"), 1, message, NULL);
}

ZEND_METHOD(Ratchet_Server_EchoServer, onClose)
{
	parse_connection(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Ratchet_Server_EchoServer, onError)
{
	zval *connection, *exception;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &connection, wschat_ce_connection_interface, &exception,
	                          zend_ce_exception) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_gate_call_method(Z_OBJ_P(connection), ZEND_STRL("close"), 0, NULL, NULL);
}

void wschat_ratchet_server_register(void)
{
	wschat_server_register();
	wschat_socket_register();
	wschat_ce_io_server = register_class_Ratchet_Server_IoServer();
	wschat_ce_io_server->create_object = wschat_server_create;
	wschat_ce_io_connection = register_class_Ratchet_Server_IoConnection(wschat_ce_connection_interface);
	wschat_ce_io_connection->create_object = wschat_connection_create;
	register_class_Ratchet_Server_EchoServer(wschat_ce_message_component_interface);
}
