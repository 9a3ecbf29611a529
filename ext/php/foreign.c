/* SPDX-License-Identifier: MIT
 *
 * IoServer's handle…() methods: a connection that is not the engine's gets an
 * IoConnection around it, and its events go to $server->app by the same rules as
 * those of native connections (component.h). Called by ratchet_server.c.
 */
#include "foreign.h"

#include "apart.h"
#include "classes.h"
#include "connection.h"
#include "gate.h"
#include "listener.h"
#include "loop.h"

#include "ext/standard/url.h"

/* ---- the app as a component ---------------------------------------------------------- */

/* A reference for the caller; NULL: $server->app is none. */
static struct wschat_component *component_of(struct wschat_server *server)
{
	zend_object *app = wschat_server_app(server);
	struct wschat_component *old = server->events;

	if (!app) {
		return NULL;
	}
	if (!old || old->object != app) {
		server->events = wschat_component_new(app);
		if (old) {
			wschat_component_unref(old);
		}
	}
	return wschat_component_ref(server->events);
}

/* ---- $conn->decor -------------------------------------------------------------------- */

/* React's Connection has no such property: Ratchet silences what PHP says to that. */
static void set_decor(zend_object *conn, zval *decor)
{
	zend_string *name = zend_string_init(ZEND_STRL("decor"), false);
	zend_long reporting = EG(error_reporting);
	zval handler;

	ZVAL_COPY_VALUE(&handler, &EG(user_error_handler));
	ZVAL_UNDEF(&EG(user_error_handler));
	EG(error_reporting) = 0;
	if (decor) {
		conn->handlers->write_property(conn, name, decor, NULL);
	} else {
		conn->handlers->unset_property(conn, name, NULL);
	}
	EG(error_reporting) = (int) reporting;
	zval_ptr_dtor(&EG(user_error_handler));
	ZVAL_COPY_VALUE(&EG(user_error_handler), &handler);
	zend_string_release(name);
}

/* A reference for the caller; NULL: there is none. */
static zend_object *decor_of(zend_object *conn)
{
	zval rv, *decor;
	zend_object *object = NULL;

	ZVAL_UNDEF(&rv);
	decor = zend_read_property(conn->ce, conn, ZEND_STRL("decor"), true, &rv);
	ZVAL_DEREF(decor);
	if (Z_TYPE_P(decor) == IS_OBJECT && instanceof_function(Z_OBJCE_P(decor), wschat_ce_connection_interface)) {
		object = Z_OBJ_P(decor);
		GC_ADDREF(object);
	}
	zval_ptr_dtor(&rv);
	return object;
}

/* "tcp://[::1]:80" => "::1"; what has no host is "". */
static zend_string *host_of(const zval *address)
{
	zend_string *uri, *host = NULL;
	php_url *url;

	if (Z_TYPE_P(address) != IS_STRING) {
		return ZSTR_EMPTY_ALLOC();
	}
	uri = strstr(Z_STRVAL_P(address), "://") ? zend_string_copy(Z_STR_P(address))
	                                         : strpprintf(0, "tcp://%s", Z_STRVAL_P(address));
	url = php_url_parse_ex(ZSTR_VAL(uri), ZSTR_LEN(uri));
	zend_string_release(uri);
	if (url && url->host) {
		bool bracketed = ZSTR_LEN(url->host) > 2 && ZSTR_VAL(url->host)[0] == '[';

		host = bracketed ? zend_string_init(ZSTR_VAL(url->host) + 1, ZSTR_LEN(url->host) - 2, false)
		                 : zend_string_copy(url->host);
	}
	if (url) {
		php_url_free(url);
	}
	return host ? host : ZSTR_EMPTY_ALLOC();
}

/* An IoConnection around it, which knows where it comes from. NULL with an
 * exception. */
static zend_object *decorate(zend_object *server, zend_object *conn)
{
	struct wsc_loop *loop = wschat_loop_get();
	zval decor, address, value;

	if (!loop || !wschat_gate_call_method(conn, ZEND_STRL("getremoteaddress"), 0, NULL, &address)) {
		return NULL;
	}
	object_init_ex(&decor, wschat_ce_io_connection);
	ZVAL_OBJ_COPY(OBJ_PROP_NUM(Z_OBJ(decor), 0), conn);
	ZVAL_LONG(&value, (zend_long) wsc_loop_next_id(loop));
	GC_ADDREF(server);
	wschat_connection_of(Z_OBJ(decor))->server = server;
	wschat_connection_of(Z_OBJ(decor))->resource_id = Z_LVAL(value);
	zend_update_property(wschat_ce_io_connection, Z_OBJ(decor), ZEND_STRL("resourceId"), &value);
	ZVAL_STR(&value, host_of(&address));
	zend_update_property(wschat_ce_io_connection, Z_OBJ(decor), ZEND_STRL("remoteAddress"), &value);
	zval_ptr_dtor(&value);
	zval_ptr_dtor(&address);
	return Z_OBJ(decor);
}

/* ---- the handlers -------------------------------------------------------------------- */

static void on_data(zend_object *target, zval *extra, uint32_t argc, zval *argv)
{
	if (argc > 0) {
		zval arguments[2];

		ZVAL_COPY_VALUE(&arguments[0], &argv[0]);
		ZVAL_COPY_VALUE(&arguments[1], extra);
		wschat_gate_call_method(target, ZEND_STRL("handledata"), 2, arguments, NULL);
	}
}

static void on_close(zend_object *target, zval *extra, uint32_t argc, zval *argv)
{
	wschat_gate_call_method(target, ZEND_STRL("handleend"), 1, extra, NULL);
}

static void on_error(zend_object *target, zval *extra, uint32_t argc, zval *argv)
{
	if (argc > 0) {
		zval arguments[2];

		ZVAL_COPY_VALUE(&arguments[0], &argv[0]);
		ZVAL_COPY_VALUE(&arguments[1], extra);
		wschat_gate_call_method(target, ZEND_STRL("handleerror"), 2, arguments, NULL);
	}
}

/* `$emitter->on($event, $listener)`; takes the reference on the listener. */
static bool subscribe(zend_object *emitter, const char *event, zval *listener)
{
	zval arguments[2];
	bool subscribed;

	ZVAL_STRING(&arguments[0], event);
	ZVAL_COPY_VALUE(&arguments[1], listener);
	subscribed = wschat_gate_call_method(emitter, ZEND_STRL("on"), 2, arguments, NULL);
	zval_ptr_dtor(&arguments[0]);
	zval_ptr_dtor(&arguments[1]);
	return subscribed;
}

static void subscribe_to(zend_object *conn, const char *event, wschat_listener_function function, zend_object *server)
{
	zval extra, listener;

	if (EG(exception)) {
		return;
	}
	ZVAL_OBJ(&extra, conn);
	ZVAL_OBJ(&listener, wschat_listener_new(function, server, &extra));
	subscribe(conn, event, &listener);
}

bool wschat_foreign_listen(zend_object *server, zend_object *socket)
{
	zval callable;

	array_init_size(&callable, 2);
	GC_ADDREF(server);
	add_next_index_object(&callable, server);
	add_next_index_string(&callable, "handleConnect");
	return subscribe(socket, "connection", &callable);
}

void wschat_foreign_connect(struct wschat_server *server, zend_object *conn)
{
	zend_object *object = &server->std;
	struct wschat_component *component = component_of(server);
	zend_object *decor;
	zval value;

	if (!component) {
		return;
	}
	decor = decorate(object, conn);
	if (decor) {
		ZVAL_OBJ(&value, decor);
		set_decor(conn, &value);
		wschat_apart_add_foreign(server, decor);
		wschat_component_open(component, decor, NULL);
		OBJ_RELEASE(decor);
		subscribe_to(conn, "data", on_data, object);
		subscribe_to(conn, "close", on_close, object);
		subscribe_to(conn, "error", on_error, object);
	}
	wschat_component_unref(component);
}

void wschat_foreign_data(struct wschat_server *server, zend_object *conn, zval *data)
{
	struct wschat_component *component = component_of(server);
	zend_object *decor = component ? decor_of(conn) : NULL;

	if (decor) {
		wschat_component_message(component, decor, data);
		OBJ_RELEASE(decor);
	}
	if (component) {
		wschat_component_unref(component);
	}
}

void wschat_foreign_end(struct wschat_server *server, zend_object *conn)
{
	struct wschat_component *component = component_of(server);
	zend_object *decor = component ? decor_of(conn) : NULL;

	if (decor) {
		wschat_apart_remove(decor);
		wschat_component_close(component, decor);
		set_decor(conn, NULL);
		OBJ_RELEASE(decor);
	}
	if (component) {
		wschat_component_unref(component);
	}
}

void wschat_foreign_error(struct wschat_server *server, zend_object *conn, zval *exception)
{
	struct wschat_component *component = component_of(server);
	zend_object *decor = component ? decor_of(conn) : NULL;

	if (decor) {
		wschat_component_error(component, decor, Z_OBJ_P(exception));
		OBJ_RELEASE(decor);
	}
	if (component) {
		wschat_component_unref(component);
	}
}
