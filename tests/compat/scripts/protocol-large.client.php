<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $limit = 128 * 1024 * 1024 / 4;
    $start = str_repeat('x', 200);
    $talk->ws()->frame(WsClient::BINARY, $start, ['length' => $limit + 1])->eof();
    $talk->out('closed');
    $talk->ws()->frame(WsClient::BINARY, $start, ['length' => PHP_INT_MIN + 5])->eof();
    $talk->out('closed');
    $talk->ws()->frame(WsClient::BINARY, str_repeat('x', 1000), ['fin' => false])->frame(0, $start, ['length' => $limit - 500])->eof();
    $talk->out('closed');
};
