/* SPDX-License-Identifier: MIT
 *
 * WsChat\Server::broadcast() and broadcastBinary(): what is to be sent and who is
 * left out is worked out first, as that may run user code; then the engine sends
 * to its connections, and those that stand apart get it by their send().
 */
#include "handle.h"

#include "apart.h"
#include "classes.h"
#include "connection.h"
#include "gate.h"
#include "http_layers.h"
#include "layers.h"
#include "messaging.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "ext/spl/spl_iterators.h"

/* ---- who does not get it ---------------------------------------------------------------- */

struct exclusion {
	uint64_t *ids; /* of connections, then sorted */
	size_t count;
	size_t room;
};

static void exclude(struct exclusion *exclusion, zend_object *object)
{
	const struct wschat_connection *connection = wschat_connection_root(object);

	if (!connection) {
		return; /* none of a server's: it gets nothing anyway */
	}
	if (exclusion->count == exclusion->room) {
		exclusion->room = exclusion->room ? exclusion->room * 2 : 8;
		exclusion->ids = safe_erealloc(exclusion->ids, exclusion->room, sizeof *exclusion->ids, 0);
	}
	exclusion->ids[exclusion->count++] = (uint64_t) connection->resource_id;
}

/* false: a TypeError. */
static bool exclude_element(struct exclusion *exclusion, zval *element)
{
	ZVAL_DEREF(element);
	if (Z_TYPE_P(element) != IS_OBJECT || !instanceof_function(Z_OBJCE_P(element), wschat_ce_connection_interface)) {
		zend_argument_type_error(2, "must hold connections only, %s found", zend_zval_type_name(element));
		return false;
	}
	exclude(exclusion, Z_OBJ_P(element));
	return true;
}

static int exclude_current(zend_object_iterator *iterator, void *arg)
{
	zval *element = iterator->funcs->get_current_data(iterator);

	if (EG(exception) || !element || !exclude_element(arg, element)) {
		return ZEND_HASH_APPLY_STOP;
	}
	return ZEND_HASH_APPLY_KEEP;
}

static int compare_ids(const void *a, const void *b)
{
	uint64_t first = *(const uint64_t *) a, second = *(const uint64_t *) b;

	return (first > second) - (first < second);
}

/* false: an exception. Runs user code if it is a Traversable of the script's. */
static bool exclude_all(struct exclusion *exclusion, zval *argument)
{
	zval *element;

	if (!argument || Z_TYPE_P(argument) == IS_NULL) {
		return true;
	}
	if (Z_TYPE_P(argument) == IS_ARRAY) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(argument), element) {
			if (!exclude_element(exclusion, element)) {
				return false;
			}
		}
		ZEND_HASH_FOREACH_END();
	} else if (Z_TYPE_P(argument) == IS_OBJECT &&
	           instanceof_function(Z_OBJCE_P(argument), wschat_ce_connection_interface)) {
		exclude(exclusion, Z_OBJ_P(argument));
	} else if (Z_TYPE_P(argument) == IS_OBJECT && instanceof_function(Z_OBJCE_P(argument), zend_ce_traversable)) {
		spl_iterator_apply(argument, exclude_current, exclusion);
	} else {
		zend_argument_type_error(2, "must be a connection, an iterable of connections or null, %s given",
		                         zend_zval_type_name(argument));
	}
	if (exclusion->count > 1) {
		qsort(exclusion->ids, exclusion->count, sizeof *exclusion->ids, compare_ids);
	}
	return !EG(exception);
}

static bool is_excluded(const struct exclusion *exclusion, uint64_t id)
{
	return exclusion->count > 0 &&
	       bsearch(&id, exclusion->ids, exclusion->count, sizeof *exclusion->ids, compare_ids) != NULL;
}

/* ---- who gets it ------------------------------------------------------------------------ */

/* The WsServer that a route leads to, borrowed; NULL with a TypeError. */
static zend_object *ws_server_behind(zend_object *layer)
{
	zend_object *given = layer;
	int depth;

	for (depth = 0; layer && depth < 64; depth++) {
		if (instanceof_function(layer->ce, wschat_ce_ws_server)) {
			return layer;
		}
		if (!instanceof_function(layer->ce, wschat_ce_origin_check)) {
			break;
		}
		layer = wschat_origin_check_component(layer);
	}
	if (!EG(exception)) {
		zend_argument_type_error(3, "must be a WsServer, or an OriginCheck in front of one, %s given",
		                         ZSTR_VAL(given->ce->name));
	}
	return NULL;
}

/* One of those that stand apart; what its send() runs may be user code. Returns
 * whether it was open. */
static bool send_to_face(zend_object *face, zval *message)
{
	if (face->ce == wschat_ce_ws_connection) {
		zend_object *wrapped = wschat_decorator_wrapped(face);
		bool closing;

		if (!wrapped) {
			return false;
		}
		GC_ADDREF(wrapped);
		closing = wschat_ws_connection_closing(wrapped);
		OBJ_RELEASE(wrapped);
		if (closing || EG(exception)) {
			return false;
		}
	}
	return wschat_gate_call_method(face, ZEND_STRL("send"), 1, message, NULL);
}

static bool is_websocket_of(zend_object *face, zend_object *ws_server)
{
	return face->ce == wschat_ce_ws_connection && wschat_session_has(ws_server, face);
}

static bool is_meant(zend_object *face, const struct exclusion *exclusion, zend_object *ws_server)
{
	const struct wschat_connection *connection = wschat_connection_root(face);

	return connection && !is_excluded(exclusion, (uint64_t) connection->resource_id) &&
	       (!ws_server || is_websocket_of(face, ws_server));
}

/* Those that stand apart: what is sent to may open or end others. */
static zend_long send_apart(struct wschat_server *server, zval *message, zval *raw, const struct exclusion *exclusion,
                            zend_object *ws_server)
{
	size_t count, i;
	zend_object **faces = wschat_apart_copy(server, &count);
	zend_long sent = 0;

	for (i = 0; i < count && !EG(exception); i++) {
		if (is_meant(faces[i], exclusion, ws_server) &&
		    send_to_face(faces[i], faces[i]->ce == wschat_ce_ws_connection ? message : raw)) {
			sent++;
		}
	}
	wschat_apart_release(faces, count);
	return sent;
}

/* ---- the methods ------------------------------------------------------------------------ */

/* `message` is what connections that stand apart are sent, `raw` what those among them
 * get that are plain TCP. */
static zend_long broadcast(zend_object *object, struct wsc_broadcast *what, zval *message, zval *raw, zval *except,
                           const zval *to)
{
	struct wschat_server *server = wschat_handle_server(object);
	zend_object *ws_server = to ? ws_server_behind(Z_OBJ_P(to)) : NULL;
	struct exclusion exclusion = {0};
	zend_long count = 0;

	if (EG(exception)) {
		return 0;
	}
	/* What $exclude and a connection's send() run may part it from the layer that was given. */
	if (ws_server) {
		GC_ADDREF(ws_server);
	}
	if (exclude_all(&exclusion, except)) {
		what->excluded = exclusion.ids;
		what->excluded_count = exclusion.count;
		what->endpoint = ws_server ? wschat_ws_server_endpoint(ws_server) : NULL;
		if (server->server && (!ws_server || what->endpoint)) {
			count = (zend_long) wsc_server_broadcast(server->server, what);
		}
	}
	if (!EG(exception)) {
		count += send_apart(server, message, raw, &exclusion, ws_server);
	}
	if (exclusion.ids) {
		efree(exclusion.ids);
	}
	if (ws_server) {
		OBJ_RELEASE(ws_server);
	}
	return count;
}

static void set_raw(struct wsc_broadcast *what, zend_string *bytes)
{
	what->raw_owner = bytes;
	what->raw_bytes = ZSTR_VAL(bytes);
	what->raw_length = ZSTR_LEN(bytes);
}

ZEND_METHOD(WsChat_Server, broadcast)
{
	struct wsc_broadcast what = {0};
	struct wschat_outgoing outgoing;
	zval *message, *except = NULL, bytes;
	zend_string *raw;
	zval *to = NULL;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "z|zO!", &message, &except, &to,
	                          wschat_ce_http_server_interface) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_outgoing_of(&outgoing, message)) {
		RETURN_THROWS();
	}
	what.opcode = outgoing.opcode;
	what.closes = outgoing.closes;
	what.owner = outgoing.bytes;
	what.bytes = ZSTR_VAL(outgoing.bytes);
	what.length = ZSTR_LEN(outgoing.bytes);
	/* Plain TCP gets the payload of a frame, as from its own send(). */
	raw = outgoing.opcode != 0 ? zend_string_copy(outgoing.bytes) : zval_try_get_string(message);
	if (raw) {
		ZVAL_STR(&bytes, raw);
		set_raw(&what, raw);
		RETVAL_LONG(broadcast(Z_OBJ_P(ZEND_THIS), &what, message, &bytes, except, to));
		zend_string_release(raw);
	}
	zend_string_release(outgoing.bytes);
}

ZEND_METHOD(WsChat_Server, broadcastBinary)
{
	struct wsc_broadcast what = {.opcode = WSC_OP_BINARY};
	zval *except = NULL, message, bytes;
	zval *to = NULL;
	zend_string *data;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "S|zO!", &data, &except, &to, wschat_ce_http_server_interface) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	what.owner = data;
	what.bytes = ZSTR_VAL(data);
	what.length = ZSTR_LEN(data);
	set_raw(&what, data);
	ZVAL_STR(&bytes, data);
	ZVAL_OBJ(&message, wschat_frame_new(zend_string_copy(data), true, WSC_OP_BINARY));
	RETVAL_LONG(broadcast(Z_OBJ_P(ZEND_THIS), &what, &message, &bytes, except, to));
	zval_ptr_dtor(&message);
}
