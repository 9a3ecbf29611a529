<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $frames = [
        [WsClient::TEXT, 'rsv1', ['rsv' => 4]], [WsClient::TEXT, 'rsv2', ['rsv' => 2]], [WsClient::PING, 'rsv3', ['rsv' => 1]],
        [WsClient::TEXT, 'unmasked', ['mask' => false]], [WsClient::PING, 'unmasked', ['mask' => false]],
        [3, 'reserved'], [7, ''], [11, 'reserved'], [15, ''],
        [WsClient::PING, 'not final', ['fin' => false]], [WsClient::CLOSE, 'not final', ['fin' => false]], [WsClient::PING, str_repeat('p', 126)],
        [0, 'continues nothing'], [0, 'continues nothing', ['fin' => false]],
        [WsClient::TEXT, "broken \xff"], [WsClient::TEXT, "cut \xc3"], [WsClient::TEXT, "\xed\xa0\x80"],
    ];
    foreach ($frames as $frame) {
        $talk->ws()->frame(...$frame)->eof();
        $talk->out('closed');
    }
    $talk->ws()->frame(WsClient::TEXT, 'one', ['fin' => false])->text('two')->eof();
    $talk->out('closed');
    $talk->ws()->frame(WsClient::TEXT, "gr\xc3", ['fin' => false])->frame(0, "x")->eof();
    $talk->out('closed');
    $talk->ws()->text('first')->frame(5, '')->eof();
    $talk->out('message first', 'closed');
};
