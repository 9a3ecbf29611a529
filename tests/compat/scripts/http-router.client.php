<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    foreach (['/page/one', '/page/two?x=1', '/page/t%C3%BC', '/page/', '/object/1', '/object/x', '/', '/ws/'] as $path) {
        $talk->connect()->send(Peer::get($path))->eof();
    }
    $talk->connect()->send(Peer::get('/object/12?a', [], '', 'POST'))->eof();
    $talk->connect()->send(Peer::get('/object/12', [], '', 'put'))->eof();
    $talk->connect()->send(Peer::get('/object/12', [], '', 'DELETE'))->eof();
    $talk->connect()->send(Peer::get('/object/12', ['Host' => 'elsewhere'], '', 'POST'))->eof();
    $talk->connect()->send(Peer::get('/page/one', [], '', 'POST'))->eof();
    $talk->connect()->send(Peer::get('/page/one', [], '', 'HEAD'))->eof();
    $talk->ws('/ws')->text('echo')->frames()->close()->eof();
    $talk->connect()->send(Peer::get('/ws'))->eof();
    $talk->out(...array_fill(0, 6, 'page closed'));
};
