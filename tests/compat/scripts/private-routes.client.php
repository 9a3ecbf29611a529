<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/app/key1?protocol=7&client=js')->frames();
    $a->text('{"event":"pusher:ping"}')->frames()->text('{"event":"pusher:subscribe","data":{"channel":"news"}}')->frames();
    $a->text('{"event":"other"}')->frames();
    $body = json_encode(['channel' => 'news', 'data' => str_repeat('d', 20000)]);
    $talk->connect()->send(Peer::get('/apps/key1/events?auth=x', ['Content-Length' => strlen($body)], $body, 'POST'))->eof();
    $a->frames();
    $talk->connect()->send(Peer::get('/apps/key1/events'))->eof();
    $talk->connect()->send(Peer::get('/apps/key1'))->eof();
    $a->close()->eof();
    $talk->out('closed');
};
