/* SPDX-License-Identifier: MIT
 *
 * An intrusive doubly linked list, the only container of the engine. A node
 * that is in no list points to itself, so removing it twice does no harm.
 */
#ifndef WSC_LIST_H
#define WSC_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct wsc_list {
	struct wsc_list *prev;
	struct wsc_list *next;
};

/* The struct that holds a node. */
#define WSC_CONTAINER(node, type, member) ((type *) (void *) ((char *) (node) -offsetof(type, member)))

static inline void wsc_list_init(struct wsc_list *node)
{
	node->prev = node;
	node->next = node;
}

static inline bool wsc_list_empty(const struct wsc_list *list)
{
	return list->next == list;
}

static inline bool wsc_list_linked(const struct wsc_list *node)
{
	return node->next != node;
}

static inline void wsc_list_remove(struct wsc_list *node)
{
	node->prev->next = node->next;
	node->next->prev = node->prev;
	wsc_list_init(node);
}

/* At the end. The node must be in no list. */
static inline void wsc_list_push(struct wsc_list *list, struct wsc_list *node)
{
	node->prev = list->prev;
	node->next = list;
	list->prev->next = node;
	list->prev = node;
}

/* The first node, taken out; NULL when there is none. */
static inline struct wsc_list *wsc_list_shift(struct wsc_list *list)
{
	struct wsc_list *node = list->next;

	if (node == list) {
		return NULL;
	}
	wsc_list_remove(node);
	return node;
}

#endif
