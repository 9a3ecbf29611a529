/* SPDX-License-Identifier: MIT
 *
 * WsChat\Stats, the numbers of a server at one moment: the engine's struct, and
 * properties that are made from it by the rows of WSC_STATS. Only Server::stats(),
 * which is here as well, makes one.
 */
#include "handle.h"

#include "classes.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#include "stats_arginfo.h"

struct stats {
	struct wsc_stats numbers;
	zend_object std;
};

static zend_class_entry *stats_ce;
static zend_object_handlers handlers;

static const struct {
	const char *property;
	const char *key; /* in an array; NULL: it is a number */
	size_t offset;
} rows[] = {
#define ROW(member, property, key, metric, label, type, help) {property, key, offsetof(struct wsc_stats, member)},
	WSC_STATS(ROW)
#undef ROW
};

static const char *const callback_names[] = {
#define NAME(name) #name,
	WSC_CALLBACKS(NAME)
#undef NAME
};

static struct stats *stats_of(zend_object *object)
{
	return (struct stats *) ((char *) object - offsetof(struct stats, std));
}

/* The slot itself, as a readonly property can be written in no other way from outside. */
static zval *slot(zend_object *object, const char *name)
{
	zend_property_info *info = zend_hash_str_find_ptr(&stats_ce->properties_info, name, strlen(name));
	zval *value = OBJ_PROP(object, info->offset);

	Z_PROP_FLAG_P(value) = 0;
	return value;
}

/* "1000" is the key 1000, as in a script. */
static void add(zval *array, const char *key, zend_long number)
{
	zval value;

	ZVAL_LONG(&value, number);
	zend_symtable_str_update(Z_ARRVAL_P(array), key, strlen(key), &value);
}

static double seconds(uint64_t microseconds)
{
	return (double) microseconds / 1000000;
}

static void add_callback(zval *callbacks, const char *name, const struct wsc_histogram *histogram)
{
	zval callback, buckets;
	zend_long count = 0;
	size_t i;

	array_init(&buckets);
	for (i = 0; i < WSC_HISTOGRAM_BUCKETS; i++) {
		count += (zend_long) histogram->counts[i];
		add(&buckets, wsc_histogram_bounds[i], count);
	}
	array_init(&callback);
	add_assoc_long(&callback, "count", count);
	add_assoc_double(&callback, "sum", seconds(histogram->sum));
	add_assoc_zval(&callback, "buckets", &buckets);
	add_assoc_zval(callbacks, name, &callback);
}

static void fill(zend_object *object)
{
	const struct wsc_stats *numbers = &stats_of(object)->numbers;
	zval *value;
	size_t i;

	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		zend_long number = (zend_long) * (const uint64_t *) (const void *) ((const char *) numbers + rows[i].offset);

		value = slot(object, rows[i].property);
		if (!rows[i].key) {
			ZVAL_LONG(value, number);
			continue;
		}
		if (Z_ISUNDEF_P(value)) {
			array_init(value);
		}
		add(value, rows[i].key, number);
	}
	ZVAL_DOUBLE(slot(object, "longestTurn"), seconds(numbers->longest_turn));
	value = slot(object, "callbacks");
	array_init(value);
	for (i = 0; numbers->timed && i < WSC_CALLBACK_COUNT; i++) {
		add_callback(value, callback_names[i], &numbers->callbacks[i]);
	}
}

ZEND_METHOD(WsChat_Server, stats)
{
	struct wschat_server *server = wschat_handle_server(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (!server->server) {
		zend_throw_exception(spl_ce_RuntimeException,
		                     "This server accepts no connections itself: who is accepted is up to its socket", 0);
		RETURN_THROWS();
	}
	object_init_ex(return_value, stats_ce);
	wsc_server_stats(server->server, &stats_of(Z_OBJ_P(return_value))->numbers);
	fill(Z_OBJ_P(return_value));
}

ZEND_METHOD(WsChat_Stats, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(WsChat_Stats, toPrometheus)
{
	const struct wsc_stats *numbers = &stats_of(Z_OBJ_P(ZEND_THIS))->numbers;
	zend_string *text;

	ZEND_PARSE_PARAMETERS_NONE();
	text = zend_string_alloc(wsc_stats_print(numbers, NULL, 0), false);
	wsc_stats_print(numbers, ZSTR_VAL(text), ZSTR_LEN(text) + 1);
	RETURN_STR(text);
}

static zend_object *create(zend_class_entry *ce)
{
	struct stats *stats = zend_object_alloc(sizeof *stats, ce);

	zend_object_std_init(&stats->std, ce);
	object_properties_init(&stats->std, ce);
	stats->std.handlers = &handlers;
	return &stats->std;
}

void wschat_stats_register(void)
{
	stats_ce = register_class_WsChat_Stats();
	stats_ce->create_object = create;
	memcpy(&handlers, &std_object_handlers, sizeof handlers);
	handlers.offset = offsetof(struct stats, std);
	handlers.clone_obj = NULL;
}
