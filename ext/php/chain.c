/* SPDX-License-Identifier: MIT
 *
 * How a connection finds the component that its events go to. The engine stands
 * in for a native HttpServer and WsServer, and this file for the layers between
 * them; a layer that PHP code has written or changed is never passed over. Called
 * by server.c when a server starts and by hooks.c for each request.
 */
#include "chain.h"

#include "classes.h"
#include "connection.h"
#include "engine/codec.h"
#include "event.h"
#include "http_layers.h"
#include "layers.h"
#include "psr7.h"
#include "request_filter.h"
#include "server_layers.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

/* ---- which layers are native ------------------------------------------------------- */

static const char *const callbacks[] = {"onopen", "onmessage", "onclose", "onerror", "oncontrolframe"};

bool wschat_chain_is_native(const zend_object *layer, const zend_class_entry *native)
{
	size_t i;

	if (layer->ce == native) {
		return true;
	}
	if (!instanceof_function(layer->ce, native)) {
		return false;
	}
	for (i = 0; i < sizeof callbacks / sizeof callbacks[0]; i++) {
		const zend_function *function =
			zend_hash_str_find_ptr(&layer->ce->function_table, callbacks[i], strlen(callbacks[i]));

		if (function && function->common.scope != native) {
			return false;
		}
	}
	return true;
}

/* Does the engine do all that this HttpServer would? Not where the script has
 * given it a parser of its own. */
static bool is_served_http(zend_object *layer)
{
	return wschat_chain_is_native(layer, wschat_ce_http_server) && wschat_http_server_parser_is_native(layer);
}

static void throw_incomplete(const zend_object *layer)
{
	zend_throw_exception_ex(spl_ce_LogicException, 0,
	                        "%s has no component: its constructor must call parent::__construct($component)",
	                        ZSTR_VAL(layer->ce->name));
}

/* Has every layer what it hands events to, as far as can be seen now? */
static bool is_complete(zend_object *layer)
{
	zend_object *behind = wschat_http_server_component(layer);

	if (!behind) {
		throw_incomplete(layer);
	} else if (wschat_chain_is_native(behind, wschat_ce_ws_server) && !wschat_ws_server_of(behind)->component) {
		throw_incomplete(behind);
	}
	return !EG(exception);
}

bool wschat_chain_resolve(struct wschat_chain *chain, zend_object *app)
{
	struct wschat_chain old = *chain;
	zend_object *layer = app;

	if (chain->app == app) {
		return true;
	}
	if (wschat_chain_is_native(layer, wschat_ce_ip_black_list) && wschat_ip_black_list_component(layer)) {
		layer = wschat_ip_black_list_component(layer);
	}
	if (instanceof_function(layer->ce, wschat_ce_ws_server)) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s must be inside an HttpServer: use new HttpServer(new WsServer($app))",
		                        ZSTR_VAL(app->ce->name));
		return false;
	}
	if (is_served_http(layer) && !is_complete(layer)) {
		return false;
	}
	memset(chain, 0, sizeof *chain);
	GC_ADDREF(app);
	chain->app = app;
	if (layer != app) {
		GC_ADDREF(app);
		chain->black_list = app;
	}
	if (is_served_http(layer)) {
		GC_ADDREF(layer);
		chain->http_server = layer;
	} else {
		chain->component = wschat_component_new(layer);
	}
	/* Last, as a destructor may run the server. */
	wschat_chain_dtor(&old);
	return true;
}

static void release(zend_object *object)
{
	if (object) {
		OBJ_RELEASE(object);
	}
}

void wschat_chain_dtor(struct wschat_chain *chain)
{
	struct wschat_chain held = *chain;

	memset(chain, 0, sizeof *chain);
	if (held.component) {
		wschat_component_unref(held.component);
	}
	release(held.black_list);
	release(held.http_server);
	release(held.app);
}

static void add_gc(zend_get_gc_buffer *buffer, zend_object *object)
{
	if (object) {
		zend_get_gc_buffer_add_obj(buffer, object);
	}
}

void wschat_chain_add_gc(const struct wschat_chain *chain, zend_get_gc_buffer *buffer)
{
	add_gc(buffer, chain->app);
	add_gc(buffer, chain->black_list);
	add_gc(buffer, chain->http_server);
	add_gc(buffer, chain->component ? chain->component->object : NULL);
}

/* ---- a request --------------------------------------------------------------------- */

/* One request on its way through the layers. */
struct walk {
	struct wsc_conn *conn;
	const struct wsc_head *head;
	zend_object *layer;      /* where it is; one reference                               */
	zend_object *connection; /* an IoConnection, once a layer wants one; the engine's     */
	zend_object *request;    /* once somebody wants one; one reference; NULL: the head    */
};

static void step(struct walk *walk, zend_object *next)
{
	zend_object *layer = walk->layer;

	GC_ADDREF(next);
	walk->layer = next;
	OBJ_RELEASE(layer);
}

/* false: an exception is pending. */
static bool want_request(struct walk *walk)
{
	const struct wsc_head *head = walk->head;
	zend_string *bytes, *body;

	if (!walk->request) {
		bytes = zend_string_init(head->bytes, head->length, false);
		body = zend_string_init(head->rest, head->rest_length, false);
		walk->request = wschat_request_parse(bytes, body);
		zend_string_release(bytes);
		zend_string_release(body);
	}
	return walk->request != NULL;
}

static void want_connection(struct walk *walk)
{
	if (!walk->connection) {
		walk->connection = wschat_connection_attach(wschat_ce_io_connection, walk->conn, NULL);
		wschat_connection_set(walk->connection, "httpHeadersReceived", true);
	}
}

/* The Origin header as it came; NULL: there is none. A new reference. */
static zend_string *origin_of(const struct walk *walk)
{
	const struct wsc_header *header = wsc_http_header(walk->head->request, "Origin", 0);

	return header ? zend_string_init(header->value.bytes, header->value.length, false) : NULL;
}

/* false: the request ends here, answered. */
static bool pass_origin_check(struct walk *walk)
{
	zend_object *component = wschat_origin_check_component(walk->layer);
	zend_string *origin;
	bool allowed;

	if (!component) {
		return false;
	}
	origin = origin_of(walk);
	allowed = wschat_origin_allowed(walk->layer, origin);
	if (origin) {
		zend_string_release(origin);
	}
	if (EG(exception)) {
		return false;
	}
	if (!allowed) {
		wsc_conn_refuse(walk->conn, 403);
		return false;
	}
	step(walk, component);
	return true;
}

static bool pass_router(struct walk *walk)
{
	zend_object *controller;

	if (!want_request(walk)) {
		return false;
	}
	want_connection(walk);
	controller = wschat_router_match(walk->layer, walk->connection, &walk->request);
	if (!controller) {
		return false;
	}
	step(walk, controller);
	OBJ_RELEASE(controller);
	return !EG(exception);
}

static void open_websocket(struct walk *walk)
{
	struct wschat_ws_server *ws_server = wschat_ws_server_of(walk->layer);
	struct wschat_component *component = ws_server->component;
	struct wsc_endpoint *endpoint;
	zend_object *connection;

	if (!component) {
		throw_incomplete(walk->layer);
		return;
	}
	endpoint = wschat_ws_server_endpoint(walk->layer);
	if (!endpoint || wsc_conn_upgrade(walk->conn, walk->head->request, endpoint) != 101) {
		return;
	}
	if (walk->connection) {
		connection = walk->connection = wschat_connection_promote(walk->connection);
		wschat_connection_assign(connection, component);
	} else {
		connection = wschat_connection_attach(wschat_ce_ws_connection, walk->conn, component);
	}
	if (walk->request) {
		GC_ADDREF(walk->request);
		wschat_connection_set_request(connection, walk->request);
	} else {
		wschat_connection_set_head(connection, zend_string_init(walk->head->bytes, walk->head->length, false));
	}
	wschat_event_open(walk->conn, connection, NULL);
}

/* A layer that PHP has a say in gets the request, then the bytes. */
static void open_bytes(struct walk *walk)
{
	struct wschat_component *component;

	if (!want_request(walk)) {
		return;
	}
	want_connection(walk);
	component = wschat_component_new(walk->layer);
	wschat_connection_assign(walk->connection, component);
	wsc_conn_open_raw(walk->conn);
	wschat_event_open(walk->conn, walk->connection, walk->request);
	wschat_component_unref(component);
}

/* The callable of the option on_request, before any layer. false: the request ends there. */
static bool pass_filter(struct walk *walk)
{
	struct wschat_server *server = wsc_server_data(wsc_conn_server(walk->conn));

	if (!wschat_callback_exists(&server->on_request)) {
		return true;
	}
	if (!want_request(walk)) {
		/* Such as one for "*": nobody is asked, and the log is not the client's to fill. */
		zend_clear_exception();
		wsc_conn_refuse(walk->conn, 400);
		return false;
	}
	want_connection(walk);
	return wschat_request_filter_pass(server, walk->conn, walk->request, walk->connection);
}

/* More than anybody stacks: a layer hands on to one in front of it. */
#define LAYERS_MAX 64

/* Through the layers that only let a request pass. false: it ends there. */
static bool pass_layers(struct walk *walk)
{
	int passed;

	for (passed = 0; passed < LAYERS_MAX; passed++) {
		if (wschat_chain_is_native(walk->layer, wschat_ce_origin_check)) {
			if (!pass_origin_check(walk)) {
				return false;
			}
		} else if (wschat_chain_is_native(walk->layer, wschat_ce_router)) {
			if (!pass_router(walk)) {
				return false;
			}
		} else {
			return true;
		}
	}
	zend_throw_exception_ex(spl_ce_LogicException, 0,
	                        "%s hands a request on for the %dth time: does it lead to itself?",
	                        ZSTR_VAL(walk->layer->ce->name), LAYERS_MAX);
	return false;
}

void wschat_chain_request(const struct wschat_chain *chain, struct wsc_conn *conn, const struct wsc_head *head)
{
	struct walk walk = {.conn = conn, .head = head};
	zend_object *layer = wschat_http_server_component(chain->http_server);

	if (!layer) {
		throw_incomplete(chain->http_server);
		wsc_conn_refuse(conn, 500);
		return;
	}
	GC_ADDREF(layer);
	walk.layer = layer;
	if (pass_filter(&walk) && pass_layers(&walk)) {
		if (wschat_chain_is_native(walk.layer, wschat_ce_ws_server)) {
			open_websocket(&walk);
		} else {
			open_bytes(&walk);
		}
	}
	OBJ_RELEASE(walk.layer);
	if (walk.request) {
		OBJ_RELEASE(walk.request);
	}
	if (EG(exception)) {
		wsc_conn_refuse(conn, 500); /* if nobody has answered yet */
	}
	if (walk.connection && !wschat_connection_of(walk.connection)->component) {
		wschat_connection_detach(conn, true);
	}
}
