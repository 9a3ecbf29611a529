<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws('/?token=t-anna')->frames();
    $b = $talk->ws('/chat?x=1', ['Authorization' => 'Bearer t-bert'])->frames();
    $talk->ws('/?token=wrong')->frames()->eof();
    $talk->out('stranger');
    $talk->ws()->frames()->eof();
    $talk->out('stranger');
    $a->text('{"to":"bert","text":"grüße"}');
    $b->frames()->text('{"to":"carl","text":"?"}')->frames()->text('nonsense')->frames();
    $c = $talk->ws('/?token=t-anna')->frames();
    $a->frames()->eof();
    $talk->out('anna has gone');
    $b->text('{"to":"anna","text":"which?"}');
    $c->frames()->close()->eof();
    $talk->out('anna has gone');
    $b->text('{"to":"anna","text":"gone?"}')->frames()->close()->eof();
    $talk->out('bert has gone');
};
