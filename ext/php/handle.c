/* SPDX-License-Identifier: MIT
 *
 * WsChat\Server, the handle on an IoServer: what scripts may ask of a server
 * beyond Ratchet. Only from() makes one. broadcast.c has the methods that send,
 * connections.c those of WsChat\Connections.
 */
#include "handle.h"

#include "classes.h"
#include "gc.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "ext/spl/spl_exceptions.h"

#include "handle_arginfo.h"

static zend_class_entry *handle_ce;
static zend_class_entry *connections_ce;
static zend_object_handlers handlers;
static zend_object_handlers connections_handlers;

ZEND_METHOD(WsChat_Server, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

/* The IoServer of an App, a new reference; NULL: it has none. */
static zend_object *server_of_app(zend_object *app)
{
	zval rv, *read, server;

	ZVAL_UNDEF(&rv); /* set by a subclass's __get() only */
	read = zend_read_property(wschat_ce_app, app, ZEND_STRL("_server"), true, &rv);
	ZVAL_COPY_DEREF(&server, read);
	zval_ptr_dtor(&rv);
	if (Z_TYPE(server) == IS_OBJECT && instanceof_function(Z_OBJCE(server), wschat_ce_io_server)) {
		return Z_OBJ(server);
	}
	zval_ptr_dtor(&server);
	if (!EG(exception)) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s has no server: its constructor must call parent::__construct()",
		                        ZSTR_VAL(app->ce->name));
	}
	return NULL;
}

ZEND_METHOD(WsChat_Server, from)
{
	zend_object *object, *server;
	zval *argument;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "o", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	object = Z_OBJ_P(argument);
	if (instanceof_function(object->ce, wschat_ce_io_server)) {
		GC_ADDREF(object);
		server = object;
	} else if (instanceof_function(object->ce, wschat_ce_app)) {
		server = server_of_app(object);
		if (!server) {
			RETURN_THROWS();
		}
	} else {
		zend_argument_type_error(1, "must be of type Ratchet\\Server\\IoServer or Ratchet\\App, %s given",
		                         ZSTR_VAL(object->ce->name));
		RETURN_THROWS();
	}
	object = wschat_server_of(server)->handle;
	if (object) {
		RETVAL_OBJ_COPY(object);
	} else {
		RETVAL_OBJ(wschat_handle_new(handle_ce, server));
		wschat_server_of(server)->handle = Z_OBJ_P(return_value);
	}
	OBJ_RELEASE(server);
}

ZEND_METHOD(WsChat_Server, connections)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_OBJ(wschat_handle_new(connections_ce, wschat_handle_of(Z_OBJ_P(ZEND_THIS))->server));
}

/* What stands in a URI of the engine's between the scheme and the port. */
static zend_string *host_of(const char *uri)
{
	const char *host = strstr(uri, "://") + strlen("://");
	const char *end = host + strlen(host);

	if (*host == '[') {
		host++;
		end = strchr(host, ']');
	} else if (strncmp(uri, "unix:", strlen("unix:")) != 0) {
		end = strrchr(host, ':');
	}
	return zend_string_init(host, (size_t) (end - host), false);
}

ZEND_METHOD(WsChat_Server, address)
{
	struct wschat_server *server = wschat_handle_server(Z_OBJ_P(ZEND_THIS));
	const char *uri = server->server ? wsc_server_uri(server->server) : NULL;

	ZEND_PARSE_PARAMETERS_NONE();
	if (!uri) {
		RETURN_NULL();
	}
	RETURN_STR(host_of(uri));
}

ZEND_METHOD(WsChat_Server, port)
{
	struct wschat_server *server = wschat_handle_server(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (!server->server || wsc_server_port(server->server) == 0) {
		RETURN_NULL();
	}
	RETURN_LONG(wsc_server_port(server->server));
}

ZEND_METHOD(WsChat_Server, reloadCertificates)
{
	ZEND_PARSE_PARAMETERS_NONE();
	wschat_server_reload_tls(wschat_handle_server(Z_OBJ_P(ZEND_THIS)));
}

/* ---- the objects --------------------------------------------------------------------- */

static zend_object *create(zend_class_entry *ce)
{
	struct wschat_handle *handle = zend_object_alloc(sizeof *handle, ce);

	zend_object_std_init(&handle->std, ce);
	handle->std.handlers = ce == connections_ce ? &connections_handlers : &handlers;
	return &handle->std;
}

zend_object *wschat_handle_new(zend_class_entry *ce, zend_object *server)
{
	zend_object *object = create(ce);

	GC_ADDREF(server);
	wschat_handle_of(object)->server = server;
	return object;
}

static void free_obj(zend_object *object)
{
	zend_object *server = wschat_handle_of(object)->server;

	zend_object_std_dtor(object);
	if (!server) {
		return;
	}
	if (wschat_server_of(server)->handle == object) {
		wschat_server_of(server)->handle = NULL;
	}
	OBJ_RELEASE(server);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	if (wschat_handle_of(object)->server) {
		zend_get_gc_buffer_add_obj(buffer, wschat_handle_of(object)->server);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return NULL;
}

void wschat_handle_register(void)
{
	handle_ce = register_class_WsChat_Server();
	handle_ce->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct wschat_handle, std);
	handlers.free_obj = free_obj;
	handlers.clone_obj = NULL;
	handlers.get_gc = get_gc;
	connections_ce = register_class_WsChat_Connections(zend_ce_aggregate, zend_ce_countable);
	connections_ce->create_object = create;
	memcpy(&connections_handlers, &handlers, sizeof handlers);
	wschat_connections_setup(connections_ce, &connections_handlers);
}
