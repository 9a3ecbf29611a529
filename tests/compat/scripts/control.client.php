<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->frames()->pong()->frame(WsClient::PONG, 'unasked')->ping()->frames()->ping("\xff\x00")->frames()->ping(str_repeat('p', 125))->frames();
    $a->frame(WsClient::TEXT, 'a', ['fin' => false])->ping('1')->frames()->frame(0, 'b', ['fin' => false])->frame(WsClient::PONG, 'x')->ping('2')->frames()
        ->frame(0, 'c')->frames(2)->close()->eof();
    $talk->out('closed');
};
