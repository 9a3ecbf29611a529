/* SPDX-License-Identifier: MIT
 *
 * L2: how a connection has ended: who began, the close code and the reason, which
 * are noted wherever a connection is given up and asked for by the embedder. A
 * connection that just went has no note, and so takes no memory for it.
 */
#include "internal.h"

#include <string.h>

void wsc_ending_note(struct wsc_conn *conn, enum wsc_initiator by, uint16_t code, const char *reason, size_t length)
{
	struct wsc_aside *aside = conn->state <= WSC_CONN_OPEN ? wsc_conn_aside(conn) : NULL;

	if (!aside || aside->closed_by) {
		return;
	}
	aside->closed_by = (uint8_t) by;
	aside->close_code = code;
	aside->reason_length = (uint8_t) (length < sizeof aside->reason ? length : sizeof aside->reason);
	if (length > 0) {
		memcpy(aside->reason, reason, aside->reason_length);
	}
}

bool wsc_conn_ending(const struct wsc_conn *conn, struct wsc_ending *ending)
{
	const struct wsc_aside *aside = conn->aside;

	if (aside && aside->closed_by) {
		*ending = (struct wsc_ending){aside->closed_by, aside->close_code, aside->reason, aside->reason_length};
	} else if (conn->state >= WSC_CONN_FLUSHING) {
		*ending = (struct wsc_ending){WSC_BY_NETWORK, WSC_CLOSE_ABNORMAL, "", 0};
	} else {
		return false;
	}
	if (!conn->websocket) {
		ending->code = 0;
	}
	return true;
}
